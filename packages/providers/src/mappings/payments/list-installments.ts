import type { Installment } from "@codespar/contract";
import { calendarDateAt, splitInstallments } from "@codespar/formats";

const DAYS_BETWEEN = 30;

/**
 * The parcels of a card payment in minor units: equal, with the remainder in the first, one every 30 days from
 * 30 days after the purchase.
 */
export function listInstallments(total: number, count: number, at: number, timeZone: string): Installment[] {
  return splitInstallments(total, count).map((amount, index) => ({
    number: index + 1,
    amount,
    due_date: calendarDateAt(at, timeZone, DAYS_BETWEEN * (index + 1)),
  }));
}
