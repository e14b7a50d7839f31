import { weightedSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { pick, randomDigits } from "../random/random-text.ts";
import { fixedDigits } from "../text/require-format.ts";

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const CUIT = /^(?:(?:20|23|24|27|30|33|34)\d{9}|(?:20|23|24|27|30|33|34)-\d{8}-\d)$/;

/** CUIT of a person or a company in Argentina, eleven digits without hyphens (ARCA). */
export function generateCuit(random: RandomSource, holder: "person" | "company" = "company"): string {
  const prefix =
    holder === "company" ? pick(random, ["30", "33", "34"]) : pick(random, ["20", "23", "24", "27"]);
  for (let number = Number(randomDigits(random, 8)); ; number = (number + 1) % 100_000_000) {
    const base = prefix + fixedDigits(number, 8, "Number");
    const digit = cuitDigit(base);
    // A base without a one-digit answer is never issued; the next one has it.
    if (digit !== undefined) return base + digit;
  }
}

/** Check digit of ten base digits, or undefined when that base is not issued. */
export function cuitDigit(base: string): number | undefined {
  const digit = 11 - (weightedSum(base, WEIGHTS) % 11);
  return digit === 10 ? undefined : digit % 11;
}

/** Tells whether the text is a CUIT or CUIL, with hyphens or without. */
export function isValidCuit(text: string): boolean {
  if (!CUIT.test(text)) return false;
  const digits = text.replaceAll("-", "");
  return cuitDigit(digits.slice(0, 10)) === Number(digits.charAt(10));
}

/** Writes a bare CUIT as 00-00000000-0. */
export function formatCuit(cuit: string): string {
  return `${cuit.slice(0, 2)}-${cuit.slice(2, 10)}-${cuit.slice(10)}`;
}
