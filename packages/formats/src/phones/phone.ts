import { COUNTRIES, COUNTRY_CODES, type CountryCode } from "../country.ts";
import { pick, randomDigits, randomText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { applyMask } from "../text/mask.ts";
import { requireValue } from "../text/text-rules.ts";

export interface Phone {
  country: CountryCode;
  /** Mexico does not distinguish them: there, every number is `mobile`. */
  type: "mobile" | "landline";
  /** With plus sign and prefix, such as `+5511987654321`. */
  e164: string;
  /** What follows the prefix. */
  national: string;
}

/**
 * Reads a phone number in international form, with any punctuation, by its country's numbering plan; undefined when it
 * is none of it. With a country, its national form is read too, without the trunk prefix `0`.
 */
export function parsePhone(text: string, country?: CountryCode): Phone | undefined {
  const digits = text.replace(/[\s().-]/g, "");
  if (digits.startsWith("+")) return readInternational(digits, country);
  return country === undefined ? undefined : readNational(digits, country);
}

/** Whether the text is a phone number in international form or, with a country, in its national form. */
export function isValidPhone(text: string, country?: CountryCode): boolean {
  return parsePhone(text, country) !== undefined;
}

/** Prints a phone number with its prefix, such as `+55 11 98765-4321`. Throws RangeError when it is none. */
export function formatPhone(text: string, country?: CountryCode): string {
  const phone = requireValue(
    parsePhone(text, country),
    text,
    "Phone",
    "a number of its country with + and prefix",
  );
  const { prefix, masks } = COUNTRIES[phone.country].phone;
  return `+${prefix} ${applyMask(phone.national, masks[phone.type])}`;
}

/** A mobile number in E.164, inside ranges that libphonenumber accepts. */
export function generateMobile(random: RandomSource, country: CountryCode): string {
  return `+${COUNTRIES[country].phone.prefix}${nationalMobile(random, country)}`;
}

/** A landline number of Brazil in E.164. */
export function generateBrazilLandline(random: RandomSource): string {
  return `+55${pick(random, AREAS)}${randomText(random, "2345", 1)}${randomDigits(random, 7)}`;
}

/** Area codes that every capital of the South-East and South has. */
const AREAS = ["11", "21", "27", "31", "41", "48", "51"] as const;

function nationalMobile(random: RandomSource, country: CountryCode): string {
  switch (country) {
    case "BR": // the digit after the 9 stays in 6-9
      return `${pick(random, AREAS)}9${randomText(random, "6789", 1)}${randomDigits(random, 7)}`;
    case "MX": // Mexico City
      return `55${randomText(random, "1234568", 1)}${randomDigits(random, 7)}`;
    case "AR": // Buenos Aires, with the 9 of mobiles
      return `911${randomText(random, "3456", 1)}${randomDigits(random, 7)}`;
    case "CO":
      return `31${randomText(random, "012345678", 1)}${randomDigits(random, 7)}`;
    case "CL": // 95 and 98 are assigned throughout; 96, 97 and 99 have gaps
      return `9${randomText(random, "58", 1)}${randomDigits(random, 7)}`;
    case "PE":
      return `9${randomDigits(random, 8)}`;
    default:
      throw new RangeError(`No mobile numbers for ${country satisfies never}.`);
  }
}

function readInternational(digits: string, country: CountryCode | undefined): Phone | undefined {
  const codes = country === undefined ? COUNTRY_CODES : [country];
  const code = codes.find((each) => digits.startsWith(`+${COUNTRIES[each].phone.prefix}`));
  return code === undefined
    ? undefined
    : readNational(digits.slice(1 + COUNTRIES[code].phone.prefix.length), code);
}

function readNational(national: string, country: CountryCode): Phone | undefined {
  const { prefix, mobile, landline } = COUNTRIES[country].phone;
  const type = mobile.test(national) ? "mobile" : landline.test(national) ? "landline" : undefined;
  return type === undefined ? undefined : { country, type, e164: `+${prefix}${national}`, national };
}
