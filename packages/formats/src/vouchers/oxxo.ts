import { addDays, calendarDateAt, endOfDate } from "../dates/dates-and-zones.ts";
import { MEXICO_CITY } from "../dates/zone-names.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";

/** Least and most that one OXXO voucher takes, in centavos of MXN. */
export const OXXO_LIMITS = { minimum: 1000, maximum: 1_000_000 } as const;

/** Conekta's `oxxo_cash` reference, fourteen digits. */
export function generateConektaOxxoReference(random: RandomSource): string {
  return `93000${randomDigits(random, 9)}`;
}

/** Stripe's voucher `number`, thirty-two digits. */
export function generateStripeOxxoNumber(random: RandomSource): string {
  return randomDigits(random, 32);
}

/** When a voucher ends: 23:59:59 in Mexico City, 1 to 7 days on. Epoch milliseconds; Conekta wants seconds. */
export function oxxoExpiry(createdAt: number, days = 3): number {
  if (!Number.isInteger(days) || days < 1 || days > 7) {
    throw new RangeError(`An OXXO voucher cannot last ${days} days. Pass 1 to 7.`);
  }
  return endOfDate(addDays(calendarDateAt(createdAt, MEXICO_CITY), days), MEXICO_CITY);
}
