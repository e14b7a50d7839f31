import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits, randomText } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

const HEADQUARTERS = "0001";
const CNPJ = /^(?:[0-9A-Z]{12}\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2})$/;
// I, O, U, Q and F are left out: the guidance against look-alikes differs only in which of them it names.
const SAFE_CHARACTERS = "0123456789ABCDEGHJKLMNPRSTVWXYZ";

/** A numeric CNPJ of a headquarters (order 0001), 14 digits without mask. */
export function generateCnpj(random: RandomSource): string {
  return completeCnpj(randomDigits(random, 8) + HEADQUARTERS);
}

/** An alphanumeric CNPJ (IN RFB 2.229/2024). Many validators still refuse letters, so ask for it on purpose. */
export function generateAlphanumericCnpj(random: RandomSource): string {
  // A letter in the first position makes sure that the result is not a numeric one.
  const letter = randomText(random, "ABCDEGHJKLMNPRSTVWXYZ", 1);
  return completeCnpj(letter + randomText(random, SAFE_CHARACTERS, 7) + HEADQUARTERS);
}

/** Appends the two check digits to root and order (SERPRO, "Cálculo dos DV de CNPJ alfanumérico"). */
export function completeCnpj(base: string): string {
  requireFormat(base, /^[0-9A-Z]{12}$/, "CNPJ base", "twelve digits or upper-case letters");
  const thirteen = base + mod11Digit(cyclicSum(base));
  return thirteen + mod11Digit(cyclicSum(thirteen));
}

/** Tells whether the text is a CNPJ, numeric or alphanumeric, masked or bare. */
export function isValidCnpj(text: string): boolean {
  if (!CNPJ.test(text)) return false;
  const bare = text.replace(/[./-]/g, "");
  if (bare === bare.charAt(0).repeat(14)) return false;
  return completeCnpj(bare.slice(0, 12)) === bare;
}

/** Writes a bare CNPJ as AA.AAA.AAA/AAAA-DD. */
export function formatCnpj(cnpj: string): string {
  const root = `${cnpj.slice(0, 2)}.${cnpj.slice(2, 5)}.${cnpj.slice(5, 8)}`;
  return `${root}/${cnpj.slice(8, 12)}-${cnpj.slice(12)}`;
}
