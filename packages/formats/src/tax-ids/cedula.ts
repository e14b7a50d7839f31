import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { requireValue } from "../text/text-rules.ts";

/**
 * The digits of a Colombian cédula de ciudadanía (CC), with dots or bare: up to eight of the older series, or ten that
 * start 1 (NUIP). It has no check digit. Undefined when it is none.
 */
export function parseCedula(text: string): string | undefined {
  // Dots at most: a hyphen would set off a check digit, which it does not have.
  const digits = text.replace(/[\s.]/g, "");
  return /^(?:[1-9]\d{4,7}|1\d{9})$/.test(digits) ? digits : undefined;
}

/** Whether the text may be a Colombian cédula. */
export function isValidCedula(text: string): boolean {
  return parseCedula(text) !== undefined;
}

/** Prints a cédula as 1.020.304.050. Throws RangeError when it is none. */
export function formatCedula(cedula: string): string {
  const digits = requireValue(parseCedula(cedula), cedula, "CC", "up to eight digits, or ten that start 1");
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** A cédula of the series that is issued since 2000, ten bare digits. */
export function generateCedula(random: RandomSource): string {
  return `10${randomDigits(random, 8)}`;
}
