import { formatCompactMinute } from "../dates/timestamp.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomAlphanumerics } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

export interface EndToEndIdInput {
  /** Eight digits: the payer's institution for a payment, the returning one for a return. */
  ispb: string;
  /** Epoch milliseconds of the settlement; the id carries its minute in UTC. */
  at: number;
}

export interface EndToEndId extends EndToEndIdInput {
  type: "payment" | "return";
}

const END_TO_END_ID =
  /^([ED])([0-9]{8})([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(2[0-3]|[01][0-9])([0-5][0-9])[a-zA-Z0-9]{11}$/;

/** The id of a Pix payment, 32 characters: `E`, ISPB, UTC minute, 11 letters and digits (BCB, SPI). */
export function generateEndToEndId(random: RandomSource, input: EndToEndIdInput): string {
  return `E${tail(random, input)}`;
}

/** The id of a Pix return ("devolução"): the same layout behind a `D`. */
export function generateReturnId(random: RandomSource, input: EndToEndIdInput): string {
  return `D${tail(random, input)}`;
}

/** Reads a payment or return id; `at` is the start of its minute. Undefined when it is neither. */
export function parseEndToEndId(text: string): EndToEndId | undefined {
  const match = END_TO_END_ID.exec(text);
  if (!match) return undefined;
  const [, letter, ispb = "", year, month, day, hour, minute] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  // The pattern lets 31 February pass, the calendar does not.
  if (formatCompactMinute(at, "UTC") !== text.slice(9, 21)) return undefined;
  return { type: letter === "E" ? "payment" : "return", ispb, at };
}

function tail(random: RandomSource, { ispb, at }: EndToEndIdInput): string {
  requireFormat(ispb, /^[0-9]{8}$/, "ISPB", "eight digits");
  return ispb + formatCompactMinute(at, "UTC") + randomAlphanumerics(random, 11);
}
