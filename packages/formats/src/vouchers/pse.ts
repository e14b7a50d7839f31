import { randomNumberText } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";

/** Least amount of a PSE payment, in centavos of COP: 1,600 pesos. */
export const PSE_MINIMUM = 160_000;

/** CUS, the trace code that ACH Colombia gives a PSE payment: eight digits without check digit. */
export function generatePseCus(random: RandomSource): string {
  return randomNumberText(random, 8);
}

/** Whether the text may be a CUS. */
export function isValidPseCus(text: string): boolean {
  return /^\d{7,10}$/.test(text);
}
