import type { Currency, PaymentMethod } from "@codespar/contract";
import { endOfEpochDay, epochDayAt, oxxoExpiry, parseEpochDay, UTC_OFFSET_MINUTES } from "@codespar/formats";

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

/** Days until a slip is due when nothing else was asked. */
const BOLETO_DAYS = 3;

const offsets: Readonly<Record<Currency, number>> = {
  BRL: UTC_OFFSET_MINUTES.BR,
  MXN: UTC_OFFSET_MINUTES.MX,
  ARS: UTC_OFFSET_MINUTES.AR,
  COP: UTC_OFFSET_MINUTES.CO,
  CLP: UTC_OFFSET_MINUTES.CL,
  USD: UTC_OFFSET_MINUTES.UTC,
};

/** Minutes east of UTC where this currency is paid. */
export function offsetOf(currency: Currency): number {
  return offsets[currency];
}

export interface PaymentTerms {
  method: PaymentMethod;
  currency: Currency;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** `YYYY-MM-DD` where the currency is paid: the charge can be paid until that day ends. */
  dueDate?: string | undefined;
}

/** The last instant at which the charge can be paid; undefined for cards, which are charged at once. */
export function expiryOf({ method, currency, createdAt, dueDate }: PaymentTerms): number | undefined {
  if (method === "credit_card" || method === "debit_card") return undefined;
  const offset = offsets[currency];
  const dueDay = dueDate === undefined ? undefined : parseEpochDay(dueDate);
  if (dueDay !== undefined) return endOfEpochDay(dueDay, offset);
  if (method === "boleto") return endOfEpochDay(epochDayAt(createdAt, offset) + BOLETO_DAYS, offset);
  if (method === "oxxo") return oxxoExpiry(createdAt);
  return createdAt + (lifetimes[method] ?? HOUR);
}

/** When the simulated customer pays, never after the expiry. */
export function payerActsAt(method: PaymentMethod, createdAt: number, expiresAt: number): number {
  return Math.min(createdAt + (payerDelays[method] ?? MINUTE), expiresAt);
}
