import { cyclicSum } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { requireFormat } from "../text/require-format.ts";

/** RUT as the SII writes it: up to eight digits, hyphen, check digit or K. Companies lie above 76 million. */
export function generateRut(random: RandomSource, holder: "person" | "company" = "company"): string {
  const number =
    holder === "company" ? 76_000_000 + random.integer(1_900_000) : 5_000_000 + random.integer(20_000_000);
  return completeRut(String(number));
}

/** Appends hyphen and check digit: modulo 11, weights 2 to 7 from the right. */
export function completeRut(base: string): string {
  requireFormat(base, /^\d{1,8}$/, "RUT base", "at most eight digits");
  const digit = 11 - (cyclicSum(base, 7) % 11);
  return `${base}-${digit === 11 ? "0" : digit === 10 ? "K" : digit}`;
}

/** Tells whether the text is a RUT, with dots and hyphen or without. */
export function isValidRut(text: string): boolean {
  if (!/^(?:\d{1,8}-?|\d{1,2}\.\d{3}\.\d{3}-)[\dkK]$/.test(text)) return false;
  const bare = text.replace(/[.-]/g, "").toUpperCase();
  return completeRut(bare.slice(0, -1)) === `${bare.slice(0, -1)}-${bare.slice(-1)}`;
}
