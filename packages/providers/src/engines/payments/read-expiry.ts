import { Refusal } from "../../simulation/provider-definition.ts";

/** Milliseconds since the epoch of an expiry that a caller wrote as an ISO time; it must lie ahead. */
export function readExpiry(text: string | undefined, now: number): number | Refusal | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return new Refusal("invalid_due_date", `${text} is not a time. Pass ISO 8601.`);
  return at > now ? at : new Refusal("invalid_due_date", `${text} has passed.`);
}
