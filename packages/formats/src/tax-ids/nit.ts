import { randomDigits, randomText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

const WEIGHTS_FROM_RIGHT = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];

/** The digits of a Colombian NIT (DIAN), check digit last, with hyphen and dots or bare; undefined when it is none. */
export function parseNit(text: string): string | undefined {
  const digits = bareText(text);
  if (!/^[1-9]\d{5,10}$/.test(digits)) return undefined;
  return completeNit(digits.slice(0, -1)) === digits ? digits : undefined;
}

/** Whether the text is a NIT with its check digit, with hyphen and dots or bare. */
export function isValidNit(text: string): boolean {
  return parseNit(text) !== undefined;
}

/** Prints a NIT as 890.903.938-8. Throws RangeError when it is none. */
export function formatNit(nit: string): string {
  const digits = requireValue(parseNit(nit), nit, "NIT", "its digits and the right check digit");
  return `${digits.slice(0, -1).replace(/\B(?=(?:\d{3})+$)/g, ".")}-${digits.slice(-1)}`;
}

/** NIT of a company: nine digits that start 8 or 9, and the check digit, bare. */
export function generateNit(random: RandomSource): string {
  return completeNit(randomText(random, "89", 1) + randomDigits(random, 8));
}

/** Appends the check digit: modulo 11, weights 3, 7, 13 … from the right. Throws RangeError. */
export function completeNit(base: string): string {
  requireFormat(base, /^\d{5,10}$/, "NIT base", "5 to 10 digits");
  let sum = 0;
  for (let index = 0; index < base.length; index++) {
    sum += Number(base.charAt(base.length - 1 - index)) * (WEIGHTS_FROM_RIGHT[index] ?? 0);
  }
  const remainder = sum % 11;
  return base + (remainder < 2 ? remainder : 11 - remainder);
}
