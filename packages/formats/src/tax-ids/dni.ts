import type { RandomSource } from "../random/random-source.ts";
import { requireValue } from "../text/text-rules.ts";

/** The seven or eight digits of an Argentine DNI, with dots or bare; it has no check digit. Undefined when it is none. */
export function parseDni(text: string): string | undefined {
  // Dots at most: a hyphen would set off a check digit, which it does not have.
  const digits = text.replace(/[\s.]/g, "");
  return /^[1-9]\d{6,7}$/.test(digits) ? digits : undefined;
}

/** Whether the text may be an Argentine DNI. */
export function isValidDni(text: string): boolean {
  return parseDni(text) !== undefined;
}

/** Prints a DNI as 30.123.456. Throws RangeError when it is none. */
export function formatDni(dni: string): string {
  const digits = requireValue(parseDni(dni), dni, "DNI", "seven or eight digits");
  return `${digits.slice(0, -6)}.${digits.slice(-6, -3)}.${digits.slice(-3)}`;
}

/** A DNI of an adult born in the country, eight bare digits. */
export function generateDni(random: RandomSource): string {
  return String(10_000_000 + random.integer(40_000_000));
}
