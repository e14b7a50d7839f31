import { mod10Digit, weightedSum } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { inGroups } from "../text/mask.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

export interface Cbu {
  /** Twenty-two bare digits. */
  cbu: string;
  /** A CVU is an account at a payment provider. */
  type: "cbu" | "cvu";
  /** Three digits; `000` for a CVU. */
  bank: string;
  /** Four digits. */
  branch: string;
  /** Thirteen digits. */
  account: string;
}

const HEAD_WEIGHTS = [7, 1, 3, 9, 7, 1, 3];
const ACCOUNT_WEIGHTS = [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3];
const MERCADO_PAGO_HEAD = "0000003";

/** Reads a CBU or CVU of Argentina (BCRA), with blanks or bare; undefined when a check digit is wrong. */
export function parseCbu(text: string): Cbu | undefined {
  const cbu = text.replace(/[\s-]/g, "");
  if (!/^\d{22}$/.test(cbu)) return undefined;
  const [head, account] = [cbu.slice(0, 7), cbu.slice(8, 21)];
  if (headDigit(head) !== Number(cbu.charAt(7)) || accountDigit(account) !== Number(cbu.charAt(21)))
    return undefined;
  const bank = cbu.slice(0, 3);
  return { cbu, type: bank === "000" ? "cvu" : "cbu", bank, branch: cbu.slice(3, 7), account };
}

/** Whether the text is a CBU or CVU with both check digits right. */
export function isValidCbu(text: string): boolean {
  return parseCbu(text) !== undefined;
}

/** Prints a CBU or CVU in its two blocks: `28505909 40090418135201`. Throws RangeError when it is none. */
export function formatCbu(text: string): string {
  const { cbu } = requireValue(parseCbu(text), text, "CBU", "22 digits with the right check digits");
  return inGroups(cbu, 8, 14);
}

/** CBU of an account, 22 bare digits. Neither check digit is 0, which a published validator misreads. */
export function generateCbu(random: RandomSource, bank = "285"): string {
  requireFormat(bank, /^\d{3}$/, "Bank", "three digits");
  return withSafeDigit(bank + randomDigits(random, 4), headDigit) + generateAccount(random);
}

/** CVU of an account at a payment provider, here Mercado Pago. */
export function generateCvu(random: RandomSource): string {
  return withSafeDigit(MERCADO_PAGO_HEAD, headDigit) + generateAccount(random);
}

function headDigit(head: string): number {
  return mod10Digit(weightedSum(head, HEAD_WEIGHTS));
}

function accountDigit(account: string): number {
  return mod10Digit(weightedSum(account, ACCOUNT_WEIGHTS));
}

function generateAccount(random: RandomSource): string {
  return withSafeDigit(randomDigits(random, 13), accountDigit);
}

/** The last digit moves on by one where the check digit would be 0. */
function withSafeDigit(digits: string, getDigit: (digits: string) => number): string {
  const digit = getDigit(digits);
  if (digit !== 0) return digits + digit;
  const moved = digits.slice(0, -1) + ((Number(digits.slice(-1)) + 1) % 10);
  return moved + getDigit(moved);
}
