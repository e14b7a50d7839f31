/** Digits after the decimal point (ISO 4217). COP is stored with two although cash has none. */
export const MINOR_UNIT_DIGITS = {
  ARS: 2,
  BRL: 2,
  CLF: 4,
  CLP: 0,
  COP: 2,
  MXN: 2,
  PEN: 2,
  PYG: 0,
  USD: 2,
  UYU: 2,
} as const;

export type Currency = keyof typeof MINOR_UNIT_DIGITS;

/** Writes an amount in minor units as a plain decimal: 15990 BRL is `159.90`, 15990 CLP is `15990`. */
export function formatMajorUnits(amount: number, currency: Currency): string {
  const digits = MINOR_UNIT_DIGITS[currency];
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount in minor units as a number of major units, for providers that speak reais: 15990 BRL is 159.9. */
export function toMajorUnits(amount: number, currency: Currency): number {
  return amount / 10 ** MINOR_UNIT_DIGITS[currency];
}

/** A number of major units as an integer in minor units, rounded to the nearest. */
export function toMinorUnits(amount: number, currency: Currency): number {
  return Math.round(amount * 10 ** MINOR_UNIT_DIGITS[currency]);
}
