/** Currencies that CodeSpar takes. */
export const currencies = ["BRL", "MXN", "ARS", "COP", "CLP", "USD"] as const;

export type Currency = (typeof currencies)[number];

/**
 * Digits after the decimal point of each currency (ISO 4217).
 * Amounts on the wire are integers in the minor unit: BRL 9990 is R$ 99.90, CLP 15990 is $ 15.990.
 */
export const currencyExponents: Readonly<Record<Currency, number>> = {
  BRL: 2,
  MXN: 2,
  ARS: 2,
  COP: 2,
  CLP: 0,
  USD: 2,
};

/** Largest amount that a call may carry, in minor units. Ten digits are what a boleto's barcode holds. */
export const maxAmount = 9_999_999_999;
