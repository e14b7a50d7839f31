import { cyclicSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";

/** The characters of a Chilean RUT (SII), check digit or `K` last, with dots and hyphen or bare; undefined when it is none. */
export function parseRut(text: string): string | undefined {
  const bare = bareText(text);
  if (!/^[1-9]\d{6,7}[\dK]$/.test(bare)) return undefined;
  return completeRut(bare.slice(0, -1)) === bare ? bare : undefined;
}

/** Whether the text is a RUT, with dots and hyphen or bare. */
export function isValidRut(text: string): boolean {
  return parseRut(text) !== undefined;
}

/** Prints a RUT as 76.086.428-5. Throws RangeError when it is none. */
export function formatRut(rut: string): string {
  const bare = requireValue(parseRut(rut), rut, "RUT", "7 or 8 digits and the right check digit or K");
  return `${bare.slice(0, -7)}.${bare.slice(-7, -4)}.${bare.slice(-4, -1)}-${bare.slice(-1)}`;
}

/** RUT of a person or a company, bare. Companies lie above 76 million. */
export function generateRut(random: RandomSource, holder: "person" | "company" = "company"): string {
  const number =
    holder === "company" ? 76_000_000 + random.integer(1_900_000) : 5_000_000 + random.integer(20_000_000);
  return completeRut(String(number));
}

/** Appends the check digit: modulo 11, weights 2 to 7 from the right. Throws RangeError. */
export function completeRut(base: string): string {
  requireFormat(base, /^\d{1,8}$/, "RUT base", "at most eight digits");
  const digit = 11 - (cyclicSum(base, 7) % 11);
  return base + (digit === 11 ? "0" : digit === 10 ? "K" : digit);
}
