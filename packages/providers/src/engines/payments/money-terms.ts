import type { Currency } from "@codespar/contract";
import {
  addDays,
  type CountryCode,
  calendarDateAt,
  nextBankDay,
  startOfDate,
  timeZoneOfCurrency,
} from "@codespar/formats";

/** What a provider keeps of a payment, and when the rest can be spent. */
export interface MoneyTerms {
  /** Minor units of each payment. */
  fixed: number;
  /** Hundredths of a percent of what was paid, rounded half up to a minor unit. */
  basisPoints: number;
  /** Days until what was paid is available, moved to the next bank day; 0 at once. */
  days: number;
  /** Minor units for each dispute, whatever comes of it. @default 0 */
  disputeFee?: number | undefined;
}

const bankCountries: Readonly<Partial<Record<Currency, CountryCode>>> = {
  BRL: "BR",
  MXN: "MX",
  ARS: "AR",
  COP: "CO",
  CLP: "CL",
};

/** Nothing is kept, and all of it can be spent at once. */
export const noTerms: MoneyTerms = { fixed: 0, basisPoints: 0, days: 0 };

/** What the provider keeps of an amount, never more than it. */
export function getFee(amount: number, { fixed, basisPoints }: MoneyTerms): number {
  return Math.min(amount, fixed + Math.floor((amount * basisPoints + 5_000) / 10_000));
}

/** When what was paid can be spent, in milliseconds since the epoch. */
export function getAvailableAt(paidAt: number, currency: Currency, { days }: MoneyTerms): number {
  if (days === 0) return paidAt;
  const zone = timeZoneOfCurrency(currency);
  const date = addDays(calendarDateAt(paidAt, zone), days);
  const country = bankCountries[currency];
  return startOfDate(country === undefined ? date : nextBankDay(date, country), zone);
}
