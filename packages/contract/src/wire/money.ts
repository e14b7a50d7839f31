import type { CurrencyCode } from "@codespar/formats";

/**
 * Currencies that CodeSpar takes; their decimals are those of `CURRENCIES` in `@codespar/formats`.
 * Amounts on the wire are integers in the minor unit: BRL 9990 is R$ 99.90, CLP 15990 is $ 15.990.
 */
export const currencies = [
  "BRL",
  "MXN",
  "ARS",
  "COP",
  "CLP",
  "USD",
] as const satisfies readonly CurrencyCode[];

export type Currency = (typeof currencies)[number];

/** Largest amount that a call may carry, in minor units. Ten digits are what a boleto's barcode holds. */
export const maxAmount = 9_999_999_999;
