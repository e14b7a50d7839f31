import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";

/** What distinguishes a model's call from every other of its scope. */
export interface CallIdentity {
  id: string;
  name: string;
  arguments: object;
  /** How many calls with the same id, name and arguments came before it. @default 0 */
  occurrence?: number | undefined;
}

/**
 * The key of a model's tool call, the same on any machine. The id alone would not do: some servers restart their ids in
 * every turn, or leave them empty, so name, arguments and how often they came before belong to it.
 */
export function deriveIdempotencyKey(
  scope: string,
  { id, name, arguments: args, occurrence = 0 }: CallIdentity,
): string {
  // JSON keeps the parts apart, whatever characters they hold.
  const text = canonicalJson([scope, id, name, args, occurrence]);
  return `agent-${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 40)}`;
}
