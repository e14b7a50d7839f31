import { addDays, boletoPayableUntil, calendarDateAt, daysBetween, SAO_PAULO } from "@codespar/formats";

/** A part of what a payment is for: minor units, or hundredths of a percent of it. */
export type PaymentPart = { amount: number } | { basisPoints: number };

/** What a payer pays more after the due date, or less before it. */
export interface PaymentConditions {
  /** Once, when it is late. */
  fine?: PaymentPart | undefined;
  /** Hundredths of a percent a month of thirty days, for each day that it is late. */
  monthlyInterest?: number | undefined;
  /** For who pays until so many days before the due date. */
  discount?: { part: PaymentPart; daysBefore: number } | undefined;
}

/** What makes the difference between what is asked and what is owed; minor units. */
export interface Owed {
  total: number;
  fine: number;
  interest: number;
  discount: number;
}

/**
 * What is owed at a time, in milliseconds since the epoch. What is due while the banks are closed is late only after the next bank
 * day, and then counts from its due date, `YYYY-MM-DD`. Every part is rounded half up to a minor unit.
 */
export function getOwed(amount: number, dueDate: string, conditions: PaymentConditions, at: number): Owed {
  const today = calendarDateAt(at, SAO_PAULO);
  const days = at > boletoPayableUntil(dueDate) ? daysBetween(dueDate, today) : 0;
  const { fine, monthlyInterest = 0, discount } = conditions;
  const owed = {
    fine: days > 0 ? readPart(amount, fine) : 0,
    interest: Math.floor((amount * monthlyInterest * days + 150_000) / 300_000),
    discount:
      discount !== undefined && today <= addDays(dueDate, 0 - discount.daysBefore)
        ? Math.min(amount, readPart(amount, discount.part))
        : 0,
  };
  return { ...owed, total: amount + owed.fine + owed.interest - owed.discount };
}

function readPart(amount: number, part: PaymentPart | undefined): number {
  if (part === undefined) return 0;
  return "amount" in part ? part.amount : Math.floor((amount * part.basisPoints + 5_000) / 10_000);
}
