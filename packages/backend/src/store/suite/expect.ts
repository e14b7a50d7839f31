import { canonicalJson } from "../../platform/digests.ts";

/** Rejects unless both are the same JSON. Undefined members count as absent. */
export function expectEqual(actual: unknown, wanted: unknown, what: string): void {
  const [got, want] = [canonicalJson(actual), canonicalJson(wanted)];
  if (got !== want) throw new Error(`${what}: got ${got}, wanted ${want}.`);
}

/** The value, which must be there. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} is not there.`);
  return value;
}
