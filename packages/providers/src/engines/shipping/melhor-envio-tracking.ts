import type { RandomSource } from "@codespar/formats";
import { formatYearMonth, randomUpperAlphanumerics, SAO_PAULO } from "@codespar/formats";

/** Melhor Envio's own code, 13 characters: `ME`, year, seven letters or digits, `BR`. It is not S10. */
export function generateMelhorEnvioTracking(random: RandomSource, at: number): string {
  const year = formatYearMonth(at, SAO_PAULO).slice(0, 2);
  return `ME${year}${randomUpperAlphanumerics(random, 7)}BR`;
}
