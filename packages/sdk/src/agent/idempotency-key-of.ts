import { sha256 } from "./sha256.ts";

/** The key of a model's tool call: the same scope and id give the same key, on any machine. */
export function idempotencyKeyOf(scope: string, toolCallId: string): string {
  // JSON keeps the two apart, whatever characters they hold.
  return `agent-${sha256(JSON.stringify([scope, toolCallId])).slice(0, 40)}`;
}
