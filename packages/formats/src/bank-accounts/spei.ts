import { calendarDateAt } from "../dates/dates-and-zones.ts";
import { MEXICO_CITY } from "../dates/zone-names.ts";
import { randomDigits, randomNumberText, randomUpperAlphanumerics } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { requireFormat } from "../text/text-rules.ts";

export interface SpeiTrackingKeyInput {
  /** First three digits of the sender's CLABE. */
  bank: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A SPEI tracking key ("clave de rastreo"), 1 to 30 letters and digits without check digit; undefined when it is none. */
export function parseSpeiTrackingKey(text: string): string | undefined {
  return /^[A-Za-z0-9]{1,30}$/.test(text) ? text : undefined;
}

/** Whether the text may be a SPEI tracking key. */
export function isValidSpeiTrackingKey(text: string): boolean {
  return parseSpeiTrackingKey(text) !== undefined;
}

/** A tracking key of 28 characters: the date in Mexico, `40` and the bank, the bank's own. */
export function generateSpeiTrackingKey(random: RandomSource, { bank, at }: SpeiTrackingKeyInput): string {
  requireFormat(bank, /^\d{3}$/, "Bank", "three digits");
  const date = calendarDateAt(at, MEXICO_CITY).replaceAll("-", "");
  return `${date}40${bank}${randomUpperAlphanumerics(random, 5)}${randomDigits(random, 10)}`;
}

/** SPEI numeric reference, seven digits. */
export function generateSpeiReference(random: RandomSource): string {
  return randomNumberText(random, 7);
}
