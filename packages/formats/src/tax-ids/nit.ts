import type { RandomSource } from "../random/random-source.ts";
import { randomDigits, randomText } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

const WEIGHTS_FROM_RIGHT = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** NIT of a Colombian company as DIAN prints it: nine digits that start 8 or 9, hyphen, check digit. */
export function generateNit(random: RandomSource): string {
  return completeNit(randomText(random, "89", 1) + randomDigits(random, 8));
}

/** Appends hyphen and check digit. */
export function completeNit(base: string): string {
  requireFormat(base, /^\d{6,15}$/, "NIT base", "6 to 15 digits");
  let sum = 0;
  for (let index = 0; index < base.length; index++) {
    sum += Number(base.charAt(base.length - 1 - index)) * (WEIGHTS_FROM_RIGHT[index] ?? 0);
  }
  const remainder = sum % 11;
  return `${base}-${remainder < 2 ? remainder : 11 - remainder}`;
}

/** Tells whether the text is a NIT with its check digit, with hyphen and dots or without. */
export function isValidNit(text: string): boolean {
  const digits = text.replace(/[.-]/g, "");
  if (!/^\d{7,16}$/.test(digits)) return false;
  return completeNit(digits.slice(0, -1)) === `${digits.slice(0, -1)}-${digits.slice(-1)}`;
}
