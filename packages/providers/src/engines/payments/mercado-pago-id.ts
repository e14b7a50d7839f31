import type { RandomSource } from "@codespar/formats";
import { generateUlid, generateUuid, randomNumberText } from "@codespar/formats";

/** A Mercado Pago payment id, a JSON number of eleven digits. */
export function generateMercadoPagoPaymentId(random: RandomSource): number {
  return Number(randomNumberText(random, 11));
}

/** A Mercado Pago collector (seller) id, a JSON number of ten digits. */
export function generateMercadoPagoCollectorId(random: RandomSource): number {
  return Number(randomNumberText(random, 10));
}

/** A Checkout Pro preference: collector and UUID. */
export function generateMercadoPagoPreferenceId(random: RandomSource, collectorId: number): string {
  return `${collectorId}-${generateUuid(random)}`;
}

/** An order of Mercado Pago's Orders API: `ORD` and a ULID. */
export function generateMercadoPagoOrderId(random: RandomSource, at: number): string {
  return `ORD${generateUlid(random, at)}`;
}
