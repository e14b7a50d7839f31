import { formatCompactMinute } from "../dates/timestamp.ts";
import { randomAlphanumerics } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { requireFormat } from "../text/text-rules.ts";

export interface EndToEndIdInput {
  /** Eight digits: the payer's institution for a payment, the returning one for a return. */
  ispb: string;
  /** Epoch milliseconds of the settlement; the id carries its minute in UTC. */
  at: number;
}

export interface EndToEndId extends EndToEndIdInput {
  type: "payment" | "return";
  /** The institution's own eleven letters and digits. */
  sequence: string;
}

const END_TO_END_ID =
  /^([ED])([0-9]{8})([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(2[0-3]|[01][0-9])([0-5][0-9])([a-zA-Z0-9]{11})$/;

/** Reads a payment or return id (BCB, SPI); `at` is the start of its minute. Undefined when it is neither. */
export function parseEndToEndId(text: string): EndToEndId | undefined {
  const match = END_TO_END_ID.exec(text);
  if (!match) return undefined;
  const [, letter, ispb = "", year, month, day, hour, minute, sequence = ""] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  // The pattern lets 31 February pass, the calendar does not.
  if (formatCompactMinute(at, "UTC") !== text.slice(9, 21)) return undefined;
  return { type: letter === "E" ? "payment" : "return", ispb, at, sequence };
}

/** Whether the text is the id of a Pix payment or return. */
export function isValidEndToEndId(text: string): boolean {
  return parseEndToEndId(text) !== undefined;
}

/** Writes an id of 32 characters: `E` or `D`, ISPB, UTC minute, 11 letters and digits. Throws RangeError. */
export function formatEndToEndId({ type, ispb, at, sequence }: EndToEndId): string {
  requireFormat(ispb, /^[0-9]{8}$/, "ISPB", "eight digits");
  requireFormat(sequence, /^[a-zA-Z0-9]{11}$/, "Sequence", "eleven letters and digits");
  return (type === "payment" ? "E" : "D") + ispb + formatCompactMinute(at, "UTC") + sequence;
}

/** The id of a Pix payment. */
export function generateEndToEndId(random: RandomSource, input: EndToEndIdInput): string {
  return formatEndToEndId({ ...input, type: "payment", sequence: randomAlphanumerics(random, 11) });
}

/** The id of a Pix return ("devolução"): the same layout behind a `D`. */
export function generateReturnId(random: RandomSource, input: EndToEndIdInput): string {
  return formatEndToEndId({ ...input, type: "return", sequence: randomAlphanumerics(random, 11) });
}
