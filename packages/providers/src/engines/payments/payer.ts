import type { Currency, PaymentMethod } from "@codespar/contract";
import {
  boletoPayableUntil,
  calendarDateAt,
  endOfDate,
  oxxoExpiry,
  SAO_PAULO,
  timeZoneOfCurrency,
} from "@codespar/formats";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long the simulated customer takes to pay; cards are charged at once. */
const payerDelays: Readonly<Partial<Record<PaymentMethod, number>>> = {
  pix: 30 * SECOND,
  spei: 2 * MINUTE,
  wallet: MINUTE,
  pse: MINUTE,
  webpay: MINUTE,
  oxxo: 2 * HOUR,
  boleto: DAY,
};

/** How long a charge can be paid when nothing else was asked. Boleto and OXXO end with a day. */
const lifetimes: Readonly<Partial<Record<PaymentMethod, number>>> = {
  pix: HOUR,
  spei: 3 * DAY,
  wallet: HOUR,
  pse: 30 * MINUTE,
  webpay: 10 * MINUTE,
};

/** Days until a boleto is due when nothing else was asked. */
const BOLETO_DAYS = 3;

export interface PaymentTerms {
  method: PaymentMethod;
  currency: Currency;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** `YYYY-MM-DD` where the currency is paid: the charge can be paid until that day ends, a boleto until the next bank day does. */
  dueDate?: string | undefined;
}

/** When a boleto is due for which no date was asked. */
export function boletoDueDate(createdAt: number): string {
  return calendarDateAt(createdAt, SAO_PAULO, BOLETO_DAYS);
}

/** The last instant at which the charge can be paid; undefined for cards, which are charged at once. */
export function readExpiry({ method, currency, createdAt, dueDate }: PaymentTerms): number | undefined {
  if (method === "credit_card" || method === "debit_card") return undefined;
  if (method === "boleto") return boletoPayableUntil(dueDate ?? boletoDueDate(createdAt));
  if (dueDate !== undefined) return endOfDate(dueDate, timeZoneOfCurrency(currency));
  if (method === "oxxo") return oxxoExpiry(createdAt);
  return createdAt + (lifetimes[method] ?? HOUR);
}

/** When the simulated customer pays, never after the expiry. */
export function payerActsAt(method: PaymentMethod, createdAt: number, expiresAt: number): number {
  return Math.min(createdAt + (payerDelays[method] ?? MINUTE), expiresAt);
}
