import type { RandomSource } from "@codespar/formats";
import {
  formatYearMonth,
  generateUuid,
  randomDigits,
  randomNumberText,
  randomUpperAlphanumerics,
  SAO_PAULO,
} from "@codespar/formats";

const TRACKING = {
  jadlog: (random: RandomSource) => `0808${randomDigits(random, 10)}`,
  loggi: (random: RandomSource) => `LG${randomUpperAlphanumerics(random, 10)}`,
  dhl: (random: RandomSource) => airWaybill(random),
  estafeta: (random: RandomSource) => randomNumberText(random, 22),
  "mercado-envios": (random: RandomSource) => `4${randomDigits(random, 10)}`,
  andreani: (random: RandomSource) => `36000${randomDigits(random, 10)}`,
  servientrega: (random: RandomSource) => `2${randomDigits(random, 9)}`,
  chilexpress: (random: RandomSource) => `99${randomDigits(random, 10)}`,
} as const;

export type Carrier = keyof typeof TRACKING;

/** The code with which a carrier's customers follow a parcel. Shapes by likeness, not by a published rule. */
export function generateCarrierTracking(random: RandomSource, carrier: Carrier): string {
  return TRACKING[carrier](random);
}

/** An order at Melhor Envio, Skydropx or Loggi: a UUID. */
export function generateShipmentId(random: RandomSource): string {
  return generateUuid(random);
}

/** Melhor Envio's protocol: `ORD-`, year and month, five digits. */
export function generateMelhorEnvioProtocol(random: RandomSource, at: number): string {
  return `ORD-20${formatYearMonth(at, SAO_PAULO)}${randomDigits(random, 5)}`;
}

/** DHL Express air waybill: nine digits and their remainder modulo 7. */
function airWaybill(random: RandomSource): string {
  const serial = randomNumberText(random, 9);
  return serial + (Number(serial) % 7);
}
