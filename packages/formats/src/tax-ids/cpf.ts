import { isRepeated, mod11Digit, weightedSum } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

const FIRST_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/** The eleven digits of a CPF, masked or bare (Receita Federal); undefined when it is none. */
export function parseCpf(text: string): string | undefined {
  const digits = bareText(text);
  // Eleven equal digits pass the arithmetic and are reserved.
  if (!/^\d{11}$/.test(digits) || isRepeated(digits)) return undefined;
  return completeCpf(digits.slice(0, 9)) === digits ? digits : undefined;
}

/** Whether the text is a CPF, masked or bare. */
export function isValidCpf(text: string): boolean {
  return parseCpf(text) !== undefined;
}

/** Prints a CPF as 000.000.000-00. Throws RangeError when it is none. */
export function formatCpf(cpf: string): string {
  const digits = requireValue(parseCpf(cpf), cpf, "CPF", "eleven digits with the right check digits");
  return `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6, 9)}-${digits.slice(9)}`;
}

/** A CPF of eleven digits, bare. */
export function generateCpf(random: RandomSource): string {
  const base = randomDigits(random, 9);
  return completeCpf(isRepeated(base) ? "111444777" : base);
}

/** Appends the two check digits to nine digits: weights 10 to 2, then 11 to 2. Throws RangeError. */
export function completeCpf(base: string): string {
  requireFormat(base, /^\d{9}$/, "CPF base", "nine digits");
  const ten = base + mod11Digit(weightedSum(base, FIRST_WEIGHTS));
  return ten + mod11Digit(weightedSum(ten, SECOND_WEIGHTS));
}
