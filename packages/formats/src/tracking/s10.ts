import { weightedSum } from "../check-digits/check-digits.ts";
import { pick, randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { inGroups } from "../text/mask.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

export interface S10 {
  /** Thirteen characters. */
  code: string;
  /** Two letters. */
  service: string;
  /** Eight digits. */
  serial: string;
  /** ISO 3166, two letters. */
  country: string;
}

/** Service prefixes of Correios that the Brazilian and the international tables both know. */
export const CORREIOS_PREFIXES = ["QB", "NX", "PM", "LB", "NL", "DG", "RR", "EE"] as const;

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Reads a postal tracking code (UPU S10), with blanks or bare; undefined when its check digit is wrong. */
export function parseS10(text: string): S10 | undefined {
  const code = text.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(code)) return undefined;
  const [service, serial, country] = [code.slice(0, 2), code.slice(2, 10), code.slice(11)];
  return completeS10(service, serial, country) === code ? { code, service, serial, country } : undefined;
}

/** Whether the text is a UPU S10 code of any country. */
export function isValidS10(text: string): boolean {
  return parseS10(text) !== undefined;
}

/** Prints a code in groups: `QB 473 124 829 BR`. Throws RangeError when it is none. */
export function formatS10(text: string): string {
  const expected = "two letters, nine digits and a country, such as QB473124829BR";
  return inGroups(requireValue(parseS10(text), text, "Tracking code", expected).code, 2, 3, 3, 3, 2);
}

/** A code of Correios: two letters, eight digits, check digit, `BR`. */
export function generateCorreiosTracking(random: RandomSource, prefix?: string): string {
  return completeS10(prefix ?? pick(random, CORREIOS_PREFIXES), randomDigits(random, 8), "BR");
}

/** Puts prefix, serial number, check digit and country together. Throws RangeError. */
export function completeS10(prefix: string, serial: string, country: string): string {
  requireFormat(prefix, /^[A-Z]{2}$/, "Prefix", "two upper-case letters");
  requireFormat(serial, /^\d{8}$/, "Serial number", "eight digits");
  const digit = 11 - (weightedSum(serial, WEIGHTS) % 11);
  return prefix + serial + (digit === 10 ? 0 : digit === 11 ? 5 : digit) + country;
}
