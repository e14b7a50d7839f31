import type { RandomSource } from "../random/random-source.ts";
import { randomDigits, randomText } from "../random/random-text.ts";
import { generateBrazilMobile } from "./brazil-phone.ts";

export type PhoneCountry = "AR" | "BR" | "CL" | "CO" | "MX" | "PE";

/** A mobile number in E.164 of the country, inside ranges that libphonenumber accepts. */
export function generateMobile(random: RandomSource, country: PhoneCountry): string {
  switch (country) {
    case "BR":
      return generateBrazilMobile(random);
    case "MX": // Mexico City. No "1" after the country code since 2019.
      return `+5255${randomText(random, "1234568", 1)}${randomDigits(random, 7)}`;
    case "AR": // Buenos Aires, with the 9 of mobiles.
      return `+54911${randomText(random, "3456", 1)}${randomDigits(random, 7)}`;
    case "CO":
      return `+5731${randomText(random, "012345678", 1)}${randomDigits(random, 7)}`;
    case "CL": // 95 and 98 are assigned throughout; 96, 97 and 99 have gaps.
      return `+569${randomText(random, "58", 1)}${randomDigits(random, 7)}`;
    case "PE":
      return `+519${randomDigits(random, 8)}`;
    default:
      throw new RangeError(
        `No phone plan for ${country satisfies never}. Pass one of AR, BR, CL, CO, MX, PE.`,
      );
  }
}
