import { COUNTRIES, type CountryCode } from "../country.ts";
import { randomDigits, randomText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { applyMask } from "../text/mask.ts";
import { requireValue } from "../text/text-rules.ts";
import { generateCep } from "./cep.ts";

/** A postal code of a country without punctuation, in upper case; undefined when it is none. It has no check digit. */
export function parsePostalCode(text: string, country: CountryCode): string | undefined {
  const bare = text.toUpperCase().replace(/[\s.-]/g, "");
  return COUNTRIES[country].postalCode.pattern.test(bare) ? bare : undefined;
}

/** Whether the text is a postal code of the country by its shape. */
export function isValidPostalCode(text: string, country: CountryCode): boolean {
  return parsePostalCode(text, country) !== undefined;
}

/** Prints a postal code as the country writes it: `01310-100`. Throws RangeError when it is none. */
export function formatPostalCode(text: string, country: CountryCode): string {
  const { name, example, mask } = COUNTRIES[country].postalCode;
  const bare = requireValue(parsePostalCode(text, country), text, name, `one such as ${example}`);
  return mask.includes("-") ? applyMask(bare, mask) : bare;
}

/** A postal code of the right shape; in Brazil, one of São Paulo. */
export function generatePostalCode(random: RandomSource, country: CountryCode): string {
  if (country === "BR") return generateCep(random);
  if (country !== "AR") return randomDigits(random, COUNTRIES[country].postalCode.example.length);
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  return randomText(random, letters, 1) + randomDigits(random, 4) + randomText(random, letters, 3);
}
