import { generateCorreiosTracking } from "../formats/correios-tracking.ts";
import type { RandomSource } from "../formats/random-source.ts";
import { randomDigits, randomNumberText, randomUpperAlphanumerics } from "../formats/random-text.ts";

/** A tracking code as the Brazilian carrier prints it: Correios S10, Jadlog 14 digits, Loggi `LGG` and ten characters. */
export function generateCarrierTracking(random: RandomSource, carrier: string): string {
  switch (carrier) {
    case "Correios":
      return generateCorreiosTracking(random);
    case "Jadlog":
      return randomNumberText(random, 14);
    case "Loggi":
      return `LGG${randomUpperAlphanumerics(random, 10)}`;
    default:
      return randomDigits(random, 12);
  }
}
