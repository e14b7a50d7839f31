import type { RandomSource } from "../random/random-source.ts";
import { pick, randomDigits, randomText } from "../random/random-text.ts";

/** Every assigned area code (Anatel, Res. 749/2022). */
export const BRAZIL_AREA_CODES: readonly string[] = (
  "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 " +
  "61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99"
).split(" ");

/** A mobile number in E.164, `+55` + area + `9` + 8 digits. The digit after the 9 stays in 6-9. */
export function generateBrazilMobile(random: RandomSource, areaCode?: string): string {
  return `+55${chosenArea(random, areaCode)}9${randomText(random, "6789", 1)}${randomDigits(random, 7)}`;
}

/** A landline in E.164, `+55` + area + 8 digits that start 2-5. */
export function generateBrazilLandline(random: RandomSource, areaCode?: string): string {
  return `+55${chosenArea(random, areaCode)}${randomText(random, "2345", 1)}${randomDigits(random, 7)}`;
}

/** Tells whether the text is a Brazilian number in E.164, and of which kind. */
export function detectBrazilPhone(text: string): "mobile" | "landline" | undefined {
  const match = /^\+55(\d{2})(?:(9\d{8})|([2-5]\d{7}))$/.exec(text);
  if (!match || !BRAZIL_AREA_CODES.includes(match[1] ?? "")) return undefined;
  return match[2] ? "mobile" : "landline";
}

/** Tells whether the text is a Brazilian mobile number in E.164. */
export function isBrazilMobile(text: string): boolean {
  return detectBrazilPhone(text) === "mobile";
}

function chosenArea(random: RandomSource, areaCode: string | undefined): string {
  if (areaCode === undefined) return pick(random, BRAZIL_AREA_CODES);
  if (BRAZIL_AREA_CODES.includes(areaCode)) return areaCode;
  throw new RangeError(`Area code ${JSON.stringify(areaCode)} is not assigned. Pass one such as "11".`);
}
