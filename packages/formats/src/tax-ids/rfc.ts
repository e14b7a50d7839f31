import { isShortDate } from "../dates/dates-and-zones.ts";
import { randomShortDate } from "../dates/random-short-date.ts";
import { randomText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { bareText } from "../text/bare-text.ts";
import { requireFormat, requireValue } from "../text/text-rules.ts";
import { CONSONANTS, SAFE_FINAL_INITIALS, VOWELS } from "./name-initials.ts";

/** RFC that stands for the general public. */
export const PUBLIC_RFC = "XAXX010101000";
/** RFC that stands for a foreign customer. */
export const FOREIGN_RFC = "XEXX010101000";
/** Issuer of SAT's test certificates. */
export const TEST_ISSUER_RFC = "EKU9003173C9";

const VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
/** `t_RFC` of SAT's schema of the CFDI 4.0. */
const RFC = /^[A-Z&Ñ]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{2}[0-9A]$/;
const HOMOCLAVE_FIRST = "123456789ABCDEFGHIJKLMNPQRSTUV";
const HOMOCLAVE_SECOND = "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";

/**
 * The 12 (company) or 13 (person) characters of an RFC, by its shape and date; undefined when it is none.
 * Its last character is not held against it: SAT has registered many whose check character does not fit.
 */
export function parseRfc(text: string): string | undefined {
  const bare = bareText(text);
  return RFC.test(bare) && isShortDate(bare.slice(-9, -3)) ? bare : undefined;
}

/** Whether the text is an RFC by its shape and date. */
export function isValidRfc(text: string): boolean {
  return parseRfc(text) !== undefined;
}

/**
 * Whether an RFC ends in the character that its others give, or is one of the two generic ones.
 * When it does not, warn of a typing error and take it: of 417 that SAT confirms, 97 do not fit.
 */
export function hasRfcCheckCharacter(rfc: string): boolean {
  const bare = parseRfc(rfc);
  if (bare === undefined) return false;
  return bare === PUBLIC_RFC || bare === FOREIGN_RFC || completeRfc(bare.slice(0, -1)) === bare;
}

/** Prints an RFC: upper case, without separators. Throws RangeError when it is none. */
export function formatRfc(rfc: string): string {
  return requireValue(parseRfc(rfc), rfc, "RFC", "3 or 4 letters, a date as yymmdd and 3 more characters");
}

/** RFC of a person, 13 characters (SAT). */
export function generatePersonRfc(random: RandomSource): string {
  const initials =
    randomText(random, CONSONANTS, 1) +
    randomText(random, VOWELS, 1) +
    randomText(random, CONSONANTS, 1) +
    randomText(random, SAFE_FINAL_INITIALS, 1);
  return completeRfc(initials + randomShortDate(random) + homoclave(random));
}

/** RFC of a company, 12 characters (SAT). */
export function generateCompanyRfc(random: RandomSource): string {
  return completeRfc(randomText(random, CONSONANTS, 3) + randomShortDate(random) + homoclave(random));
}

/** RFC of a person or a company. */
export function generateRfc(random: RandomSource, holder: "person" | "company" = "company"): string {
  return holder === "person" ? generatePersonRfc(random) : generateCompanyRfc(random);
}

/** Appends the check character to letters, date and homoclave (SAT; a company is padded with one space). Throws RangeError. */
export function completeRfc(base: string): string {
  requireFormat(base, /^[A-Z&Ñ]{3,4}\d{6}[0-9A-Z]{2}$/, "RFC base", "3 or 4 letters, yymmdd and a homoclave");
  const padded = base.padStart(12, " ");
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += VALUES.indexOf(padded.charAt(index)) * (13 - index);
  const remainder = sum % 11;
  return base + (remainder === 0 ? "0" : remainder === 1 ? "A" : String(11 - remainder));
}

// SAT's own quotient and remainder never give W to Z first, and some validators insist on it.
function homoclave(random: RandomSource): string {
  return randomText(random, HOMOCLAVE_FIRST, 1) + randomText(random, HOMOCLAVE_SECOND, 1);
}
