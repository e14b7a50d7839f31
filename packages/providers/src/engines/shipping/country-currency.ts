import type { Country, Currency } from "@codespar/contract";

export type ShippingCurrency = Exclude<Currency, "USD">;

/** What freight inside a country is charged in. */
export const countryCurrency: Readonly<Record<Country, ShippingCurrency>> = {
  BR: "BRL",
  MX: "MXN",
  AR: "ARS",
  CO: "COP",
  CL: "CLP",
};
