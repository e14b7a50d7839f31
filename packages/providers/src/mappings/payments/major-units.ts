import { type Currency, currencyExponents } from "@codespar/contract";

/** Minor units as the decimal number that providers of major units take: 15990 BRL is 159.9, 15990 CLP is 15990. */
export function toMajorUnits(amount: number, currency: Currency): number {
  // one division of two integers is correctly rounded, so the number prints as the decimal that was meant
  return amount / 10 ** currencyExponents[currency];
}

/** A provider's decimal number as minor units. */
export function toMinorUnits(amount: number, currency: Currency): number {
  return Math.round(amount * 10 ** currencyExponents[currency]);
}
