import { mod10Digit, weightedSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

const HEAD_WEIGHTS = [7, 1, 3, 9, 7, 1, 3];
const ACCOUNT_WEIGHTS = [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3];
const MERCADO_PAGO_HEAD = "0000003";

/** CBU of an account, 22 digits (BCRA): bank of 3, branch, account, two check digits that are never 0. */
export function generateCbu(random: RandomSource, bank = "285"): string {
  requireFormat(bank, /^\d{3}$/, "Bank", "three digits");
  return withSafeDigit(bank + randomDigits(random, 4), HEAD_WEIGHTS) + generateAccount(random);
}

/** CVU of an account at a payment provider: a CBU whose bank part is `000`, here Mercado Pago's. */
export function generateCvu(random: RandomSource): string {
  return withSafeDigit(MERCADO_PAGO_HEAD, HEAD_WEIGHTS) + generateAccount(random);
}

/** Tells whether the text is a CBU or CVU with both check digits right. */
export function isValidCbu(text: string): boolean {
  if (!/^\d{22}$/.test(text)) return false;
  return (
    mod10Digit(weightedSum(text.slice(0, 7), HEAD_WEIGHTS)) === Number(text.charAt(7)) &&
    mod10Digit(weightedSum(text.slice(8, 21), ACCOUNT_WEIGHTS)) === Number(text.charAt(21))
  );
}

function generateAccount(random: RandomSource): string {
  return withSafeDigit(randomDigits(random, 13), ACCOUNT_WEIGHTS);
}

/** A published validator misreads a zero check digit, so the last digit before it moves on by one. */
function withSafeDigit(digits: string, weights: readonly number[]): string {
  const digit = mod10Digit(weightedSum(digits, weights));
  if (digit !== 0) return digits + digit;
  const moved = digits.slice(0, -1) + ((Number(digits.slice(-1)) + 1) % 10);
  return moved + mod10Digit(weightedSum(moved, weights));
}
