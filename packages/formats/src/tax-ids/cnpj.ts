import { cyclicSum, isRepeated, mod11Digit } from "../check-digits/check-digits.ts";
import { randomDigits, randomText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

const HEADQUARTERS = "0001";
// I, O, U, Q and F are left out: the guidance against look-alikes differs only in which of them it names.
const SAFE_LETTERS = "ABCDEGHJKLMNPRSTVWXYZ";

/** The fourteen characters of a CNPJ, numeric or alphanumeric (IN RFB 2.229/2024), masked or bare; undefined when it is none. */
export function parseCnpj(text: string): string | undefined {
  const bare = bareText(text);
  if (!/^[0-9A-Z]{12}\d{2}$/.test(bare) || isRepeated(bare)) return undefined;
  return completeCnpj(bare.slice(0, 12)) === bare ? bare : undefined;
}

/** Whether the text is a CNPJ, numeric or alphanumeric, masked or bare. */
export function isValidCnpj(text: string): boolean {
  return parseCnpj(text) !== undefined;
}

/** Prints a CNPJ as AA.AAA.AAA/AAAA-DD. Throws RangeError when it is none. */
export function formatCnpj(cnpj: string): string {
  const bare = requireValue(parseCnpj(cnpj), cnpj, "CNPJ", "fourteen characters with the right check digits");
  const root = `${bare.slice(0, 2)}.${bare.slice(2, 5)}.${bare.slice(5, 8)}`;
  return `${root}/${bare.slice(8, 12)}-${bare.slice(12)}`;
}

/** A numeric CNPJ of a headquarters (order 0001), bare. */
export function generateCnpj(random: RandomSource): string {
  return completeCnpj(randomDigits(random, 8) + HEADQUARTERS);
}

/** An alphanumeric CNPJ, bare. Many validators still refuse letters, so ask for it on purpose. */
export function generateAlphanumericCnpj(random: RandomSource): string {
  // A letter in the first position makes sure that the result is not a numeric one.
  const letter = randomText(random, SAFE_LETTERS, 1);
  return completeCnpj(letter + randomText(random, `0123456789${SAFE_LETTERS}`, 7) + HEADQUARTERS);
}

/** Appends the two check digits to root and order (SERPRO, "Cálculo dos DV de CNPJ alfanumérico"). Throws RangeError. */
export function completeCnpj(base: string): string {
  requireFormat(base, /^[0-9A-Z]{12}$/, "CNPJ base", "twelve digits or upper-case letters");
  const thirteen = base + mod11Digit(cyclicSum(base));
  return thirteen + mod11Digit(cyclicSum(thirteen));
}
