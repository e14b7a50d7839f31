import type { ModelToolCall } from "@codespar/sdk/agent";
import type { CallToolRequest } from "@modelcontextprotocol/server";

/** Where a client may put its own idempotency key. */
export const idempotencyKeyMeta = "dev.codespar/idempotency-key";

/**
 * A call under the client's own key, or under that of the same call's earlier round, else under a fresh one: request
 * ids start again with every client, so they name nothing.
 */
export function convertToolCall(
  { name, arguments: args }: CallToolRequest["params"],
  meta: Readonly<Record<string, unknown>> | undefined,
  earlierKey: string | undefined,
): ModelToolCall & { idempotencyKey: string } {
  const given = meta?.[idempotencyKeyMeta];
  const idempotencyKey = typeof given === "string" ? given : (earlierKey ?? crypto.randomUUID());
  return { name, arguments: args, idempotencyKey };
}
