import { mod10Digit } from "../check-digits/check-digits.ts";
import { isShortDate } from "../dates/dates-and-zones.ts";
import { randomShortDate } from "../dates/random-short-date.ts";
import { pick, randomText, UPPER_LETTERS } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";
import { CONSONANTS, SAFE_FINAL_INITIALS, VOWELS } from "./name-initials.ts";

/** Where a person was born; NE is abroad. */
export const CURP_STATES: readonly string[] =
  /* @__PURE__ */ "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE".split(
    " ",
  );

const VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const CURP = /^[A-ZÑ][AEIOUX][A-ZÑ]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-ZÑ]{3}[0-9A-Z]\d$/;

/** The eighteen characters of a CURP (RENAPO): real date, known state, right check digit; undefined when it is none. */
export function parseCurp(text: string): string | undefined {
  const bare = bareText(text);
  if (!CURP.test(bare) || !isShortDate(bare.slice(4, 10))) return undefined;
  if (!CURP_STATES.includes(bare.slice(11, 13))) return undefined;
  return completeCurp(bare.slice(0, 17)) === bare ? bare : undefined;
}

/** Whether the text is a CURP. */
export function isValidCurp(text: string): boolean {
  return parseCurp(text) !== undefined;
}

/** Prints a CURP: upper case, without separators. Throws RangeError when it is none. */
export function formatCurp(curp: string): string {
  return requireValue(parseCurp(curp), curp, "CURP", "eighteen characters with the right check digit");
}

/** CURP of a person born from 1960 to 1999 or, on request, from 2000 to 2009. */
export function generateCurp(random: RandomSource, bornFrom2000 = false): string {
  return completeCurp(
    randomText(random, CONSONANTS, 1) +
      randomText(random, VOWELS, 1) +
      randomText(random, CONSONANTS, 1) +
      randomText(random, SAFE_FINAL_INITIALS, 1) +
      (bornFrom2000 ? randomShortDate(random, 2000, 10) : randomShortDate(random)) +
      randomText(random, "HM", 1) +
      pick(random, CURP_STATES) +
      randomText(random, CONSONANTS, 3) +
      // Also gives the century: a digit up to 1999, a letter from 2000.
      (bornFrom2000 ? randomText(random, UPPER_LETTERS, 1) : String(random.integer(10))),
  );
}

/** Appends the check digit to the first seventeen characters (RENAPO, weights 18 to 2). Throws RangeError. */
export function completeCurp(base: string): string {
  requireFormat(base, /^[0-9A-ZÑ]{17}$/, "CURP base", "seventeen characters");
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += VALUES.indexOf(base.charAt(index)) * (18 - index);
  return base + mod10Digit(sum);
}
