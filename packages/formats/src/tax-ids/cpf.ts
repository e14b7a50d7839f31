import { mod11Digit, weightedSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

const FIRST_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const SECOND_WEIGHTS = [11, ...FIRST_WEIGHTS];
const CPF = /^(?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/;

/** A CPF of 11 digits, without mask (Receita Federal). */
export function generateCpf(random: RandomSource): string {
  const base = randomDigits(random, 9);
  return completeCpf(isRepeated(base) ? "111444777" : base);
}

/** Appends the two check digits to nine base digits. */
export function completeCpf(base: string): string {
  requireFormat(base, /^\d{9}$/, "CPF base", "nine digits");
  const ten = base + mod11Digit(weightedSum(base, FIRST_WEIGHTS));
  return ten + mod11Digit(weightedSum(ten, SECOND_WEIGHTS));
}

/** Tells whether the text is a CPF, masked or bare. Eleven equal digits are reserved and refused. */
export function isValidCpf(text: string): boolean {
  if (!CPF.test(text)) return false;
  const digits = text.replace(/\D/g, "");
  return !isRepeated(digits) && completeCpf(digits.slice(0, 9)) === digits;
}

/** Writes a bare CPF as 000.000.000-00. */
export function formatCpf(cpf: string): string {
  return `${cpf.slice(0, 3)}.${cpf.slice(3, 6)}.${cpf.slice(6, 9)}-${cpf.slice(9)}`;
}

function isRepeated(digits: string): boolean {
  return digits === digits.charAt(0).repeat(digits.length);
}
