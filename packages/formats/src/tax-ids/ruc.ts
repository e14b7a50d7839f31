import { weightedSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** RUC of Peru, eleven digits (SUNAT): 20 for companies, 10 for persons. */
export function generateRuc(random: RandomSource, holder: "person" | "company" = "company"): string {
  return completeRuc((holder === "company" ? "20" : "10") + randomDigits(random, 8));
}

/** Appends the check digit to ten digits. */
export function completeRuc(base: string): string {
  requireFormat(base, /^\d{10}$/, "RUC base", "ten digits");
  return base + ((11 - (weightedSum(base, WEIGHTS) % 11)) % 10);
}

/** Tells whether the text is a RUC with a known prefix and the right check digit. */
export function isValidRuc(text: string): boolean {
  return /^(?:10|15|17|20)\d{9}$/.test(text) && completeRuc(text.slice(0, 10)) === text;
}
