export interface CurrencyRow {
  /** ISO 4217. */
  code: string;
  /** Digits after the decimal point (ISO 4217). */
  decimals: number;
  /** Whether payments are made in whole units alone, although the currency has decimals. */
  wholeUnitsOnly: boolean;
  /** Where the currency is printed as its people write it. */
  locale: string;
}

// One constant each, so that a bundle that needs one row does not keep the table.
export const ARS = { code: "ARS", decimals: 2, wholeUnitsOnly: false, locale: "es-AR" } as const;
export const BRL = { code: "BRL", decimals: 2, wholeUnitsOnly: false, locale: "pt-BR" } as const;
/** Unidad de fomento, the Chilean unit of account. */
export const CLF = { code: "CLF", decimals: 4, wholeUnitsOnly: false, locale: "es-CL" } as const;
export const CLP = { code: "CLP", decimals: 0, wholeUnitsOnly: true, locale: "es-CL" } as const;
export const COP = { code: "COP", decimals: 2, wholeUnitsOnly: true, locale: "es-CO" } as const;
export const MXN = { code: "MXN", decimals: 2, wholeUnitsOnly: false, locale: "es-MX" } as const;
export const PEN = { code: "PEN", decimals: 2, wholeUnitsOnly: false, locale: "es-PE" } as const;
export const PYG = { code: "PYG", decimals: 0, wholeUnitsOnly: true, locale: "es-PY" } as const;
export const USD = { code: "USD", decimals: 2, wholeUnitsOnly: false, locale: "en-US" } as const;
export const UYU = { code: "UYU", decimals: 2, wholeUnitsOnly: false, locale: "es-UY" } as const;

/** Currencies of the region by ISO code. Store COP with two decimals; its providers take whole pesos. */
export const CURRENCIES = { ARS, BRL, CLF, CLP, COP, MXN, PEN, PYG, USD, UYU } as const satisfies Readonly<
  Record<string, CurrencyRow>
>;

export type CurrencyCode = keyof typeof CURRENCIES;
