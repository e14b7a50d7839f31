import { calendarDateAt } from "../dates/calendar-date.ts";
import { MEXICO_CITY } from "../dates/zone-names.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits, randomNumberText, randomUpperAlphanumerics } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

export interface SpeiTrackingKeyInput {
  /** First three digits of the sender's CLABE. */
  bank: string;
  /** Epoch milliseconds. */
  at: number;
}

/** SPEI tracking key ("clave de rastreo"), 28 of at most 30 characters: Mexican date, `40` + bank, the bank's own. */
export function generateSpeiTrackingKey(random: RandomSource, { bank, at }: SpeiTrackingKeyInput): string {
  requireFormat(bank, /^\d{3}$/, "Bank", "three digits");
  const date = calendarDateAt(at, MEXICO_CITY).replaceAll("-", "");
  return `${date}40${bank}${randomUpperAlphanumerics(random, 5)}${randomDigits(random, 10)}`;
}

/** SPEI numeric reference, seven digits. */
export function generateSpeiReference(random: RandomSource): string {
  return randomNumberText(random, 7);
}

/** Tells whether the text may be a tracking key: 1 to 30 letters and digits, with no check digit. */
export function isSpeiTrackingKey(text: string): boolean {
  return /^[A-Za-z0-9]{1,30}$/.test(text);
}
