import { weightedSum } from "../check-digits/check-digits.ts";
import { pick, randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { fixedDigits, requireValue } from "../text/text-rules.ts";

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The eleven digits of a CUIT or CUIL of Argentina (ARCA), with hyphens or bare; undefined when it is none. */
export function parseCuit(text: string): string | undefined {
  const digits = bareText(text);
  if (!/^(?:2[0347]|3[034])\d{9}$/.test(digits)) return undefined;
  return cuitDigit(digits.slice(0, 10)) === Number(digits.charAt(10)) ? digits : undefined;
}

/** Whether the text is a CUIT or CUIL, with hyphens or bare. */
export function isValidCuit(text: string): boolean {
  return parseCuit(text) !== undefined;
}

/** Prints a CUIT as 00-00000000-0. Throws RangeError when it is none. */
export function formatCuit(cuit: string): string {
  const digits = requireValue(parseCuit(cuit), cuit, "CUIT", "eleven digits with the right check digit");
  return `${digits.slice(0, 2)}-${digits.slice(2, 10)}-${digits.slice(10)}`;
}

/** CUIT of a person or a company, eleven bare digits. */
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

/** Check digit of ten base digits, or undefined when that base is not issued: the prefix changes instead. */
export function cuitDigit(base: string): number | undefined {
  const digit = 11 - (weightedSum(base, WEIGHTS) % 11);
  return digit === 10 ? undefined : digit % 11;
}
