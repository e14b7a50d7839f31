import { weightedSum } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The eleven digits of a Peruvian RUC (SUNAT); undefined when it is none. */
export function parseRuc(text: string): string | undefined {
  const digits = bareText(text);
  if (!/^(?:1[057]|20)\d{9}$/.test(digits)) return undefined;
  return completeRuc(digits.slice(0, 10)) === digits ? digits : undefined;
}

/** Whether the text is a RUC with a known prefix and the right check digit. */
export function isValidRuc(text: string): boolean {
  return parseRuc(text) !== undefined;
}

/** Prints a RUC: eleven digits without separators. Throws RangeError when it is none. */
export function formatRuc(ruc: string): string {
  return requireValue(parseRuc(ruc), ruc, "RUC", "eleven digits with the right check digit");
}

/** RUC of a company (20) or a person (10), bare. */
export function generateRuc(random: RandomSource, holder: "person" | "company" = "company"): string {
  return completeRuc((holder === "company" ? "20" : "10") + randomDigits(random, 8));
}

/** Appends the check digit to ten digits. Throws RangeError. */
export function completeRuc(base: string): string {
  requireFormat(base, /^\d{10}$/, "RUC base", "ten digits");
  return base + ((11 - (weightedSum(base, WEIGHTS) % 11)) % 10);
}
