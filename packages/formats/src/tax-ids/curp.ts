import { mod10Digit } from "../check-digits/check-digits.ts";
import { isShortDate } from "../dates/calendar-date.ts";
import { randomShortDate } from "../dates/random-short-date.ts";
import type { RandomSource } from "../random/random-source.ts";
import { pick, randomText, UPPER_LETTERS } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";
import { isRudeInCurp, SAFE_FINAL_INITIALS } from "./rude-initials.ts";

/** Where a person was born; NE is abroad. */
export const CURP_STATES: readonly string[] =
  "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE".split(
    " ",
  );

const VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
const CURP = /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HM][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/;

/** CURP of a person born from 1960 to 1999 or, on request, from 2000 to 2009 (RENAPO). */
export function generateCurp(random: RandomSource, bornFrom2000 = false): string {
  return completeCurp(
    randomText(random, CONSONANTS, 1) +
      randomText(random, "AEIOU", 1) +
      randomText(random, CONSONANTS, 1) +
      randomText(random, SAFE_FINAL_INITIALS, 1) +
      (bornFrom2000 ? randomShortDate(random, 2000, 10) : randomShortDate(random)) +
      randomText(random, "HM", 1) +
      pick(random, CURP_STATES) +
      randomText(random, CONSONANTS, 3) +
      // Also tells the century: a digit up to 1999, a letter from 2000.
      (bornFrom2000 ? randomText(random, UPPER_LETTERS, 1) : String(random.integer(10))),
  );
}

/** Appends the check digit to the first seventeen characters (RENAPO, weights 18 to 2). */
export function completeCurp(base: string): string {
  requireFormat(base, /^[0-9A-ZÑ]{17}$/, "CURP base", "seventeen characters");
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += VALUES.indexOf(base.charAt(index)) * (18 - index);
  return base + mod10Digit(sum);
}

/** Tells whether the text is a CURP: real date, known state, right check digit. */
export function isValidCurp(text: string): boolean {
  if (!CURP.test(text) || isRudeInCurp(text.slice(0, 4))) return false;
  if (!isShortDate(text.slice(4, 10)) || !CURP_STATES.includes(text.slice(11, 13))) return false;
  return completeCurp(text.slice(0, 17)) === text;
}
