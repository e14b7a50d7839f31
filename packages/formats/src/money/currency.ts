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

/** Currencies of the region by ISO code. Store COP with two decimals; its providers take whole pesos. */
export const CURRENCIES = {
  ARS: { code: "ARS", decimals: 2, wholeUnitsOnly: false, locale: "es-AR" },
  BRL: { code: "BRL", decimals: 2, wholeUnitsOnly: false, locale: "pt-BR" },
  /** Unidad de fomento, the Chilean unit of account. */
  CLF: { code: "CLF", decimals: 4, wholeUnitsOnly: false, locale: "es-CL" },
  CLP: { code: "CLP", decimals: 0, wholeUnitsOnly: true, locale: "es-CL" },
  COP: { code: "COP", decimals: 2, wholeUnitsOnly: true, locale: "es-CO" },
  MXN: { code: "MXN", decimals: 2, wholeUnitsOnly: false, locale: "es-MX" },
  PEN: { code: "PEN", decimals: 2, wholeUnitsOnly: false, locale: "es-PE" },
  PYG: { code: "PYG", decimals: 0, wholeUnitsOnly: true, locale: "es-PY" },
  USD: { code: "USD", decimals: 2, wholeUnitsOnly: false, locale: "en-US" },
  UYU: { code: "UYU", decimals: 2, wholeUnitsOnly: false, locale: "es-UY" },
} as const satisfies Readonly<Record<string, CurrencyRow>>;

export type CurrencyCode = keyof typeof CURRENCIES;
