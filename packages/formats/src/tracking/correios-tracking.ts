import { weightedSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { pick, randomDigits } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

/** Service prefixes that the Brazilian and the international tables both know. */
export const CORREIOS_PREFIXES = ["QB", "NX", "PM", "LB", "NL", "DG", "RR", "EE"] as const;

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** A Correios tracking code (UPU S10): two letters, eight digits, check digit, `BR`. */
export function generateCorreiosTracking(random: RandomSource, prefix?: string): string {
  return completeS10(prefix ?? pick(random, CORREIOS_PREFIXES), randomDigits(random, 8), "BR");
}

/** Puts prefix, serial number, check digit and country together. */
export function completeS10(prefix: string, serial: string, country: string): string {
  requireFormat(prefix, /^[A-Z]{2}$/, "Prefix", "two upper-case letters");
  requireFormat(serial, /^\d{8}$/, "Serial number", "eight digits");
  const digit = 11 - (weightedSum(serial, WEIGHTS) % 11);
  return prefix + serial + (digit === 10 ? 0 : digit === 11 ? 5 : digit) + country;
}

/** Tells whether the text is a UPU S10 code of any country. */
export function isValidS10(text: string): boolean {
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text)) return false;
  return completeS10(text.slice(0, 2), text.slice(2, 10), text.slice(11)) === text;
}
