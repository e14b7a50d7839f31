import type { Installment } from "@codespar/contract";
import { localDate } from "../local-date.ts";

const DAYS_BETWEEN = 30;

/**
 * The parcels of a card payment in minor units: equal, with the remainder in the first, one every 30 days from
 * 30 days after the purchase.
 */
export function listInstallments(
  total: number,
  count: number,
  at: number,
  offsetMinutes: number,
): Installment[] {
  const parcel = Math.floor(total / count);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    amount: index === 0 ? total - parcel * (count - 1) : parcel,
    due_date: localDate(at, offsetMinutes, DAYS_BETWEEN * (index + 1)),
  }));
}
