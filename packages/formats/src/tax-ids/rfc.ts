import { isShortDate } from "../dates/calendar-date.ts";
import { randomShortDate } from "../dates/random-short-date.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomText } from "../random/random-text.ts";
import { requireFormat } from "../text/require-format.ts";
import { isRudeInRfc, SAFE_FINAL_INITIALS } from "./rude-initials.ts";

/** RFC that stands for the general public. */
export const PUBLIC_RFC = "XAXX010101000";
/** RFC that stands for a foreign customer. */
export const FOREIGN_RFC = "XEXX010101000";
/** Issuer of SAT's test certificates. */
export const TEST_ISSUER_RFC = "EKU9003173C9";

const VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
const RFC = /^[A-Z&Ñ]{3,4}\d{6}[1-9A-NP-V][1-9A-NP-Z][0-9A]$/;
const CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
const HOMOCLAVE_FIRST = "123456789ABCDEFGHIJKLMNPQRSTUV";
const HOMOCLAVE_SECOND = "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";

/** RFC of a person, 13 characters (SAT). */
export function generatePersonRfc(random: RandomSource): string {
  const initials =
    randomText(random, CONSONANTS, 1) +
    randomText(random, "AEIOU", 1) +
    randomText(random, CONSONANTS, 1) +
    randomText(random, SAFE_FINAL_INITIALS, 1);
  return completeRfc(initials + randomShortDate(random) + homoclave(random));
}

/** RFC of a company, 12 characters (SAT). */
export function generateCompanyRfc(random: RandomSource): string {
  return completeRfc(randomText(random, CONSONANTS, 3) + randomShortDate(random) + homoclave(random));
}

/** Appends the check digit to letters, date and homoclave (SAT; a company is padded with one space). */
export function completeRfc(base: string): string {
  requireFormat(base, /^[A-Z&Ñ]{3,4}\d{6}[0-9A-Z]{2}$/, "RFC base", "3 or 4 letters, yymmdd and a homoclave");
  const padded = base.padStart(12, " ");
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += VALUES.indexOf(padded.charAt(index)) * (13 - index);
  const remainder = sum % 11;
  return base + (remainder === 0 ? "0" : remainder === 1 ? "A" : String(11 - remainder));
}

/** Tells whether the text is an RFC: the two generic ones, or one with a real date, homoclave and check digit. */
export function isValidRfc(text: string): boolean {
  if (text === PUBLIC_RFC || text === FOREIGN_RFC) return true;
  if (!RFC.test(text) || !isShortDate(text.slice(-9, -3))) return false;
  if (text.length === 13 && isRudeInRfc(text.slice(0, 4))) return false;
  return completeRfc(text.slice(0, -1)) === text;
}

function homoclave(random: RandomSource): string {
  return randomText(random, HOMOCLAVE_FIRST, 1) + randomText(random, HOMOCLAVE_SECOND, 1);
}
