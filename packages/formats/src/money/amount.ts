import type { RandomSource } from "../random/random-source.ts";
import { CURRENCIES, type CurrencyCode } from "./currency.ts";

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,4}))?$/;

/**
 * Reads a plain decimal in major units, such as `159.9` or `"159.90"`, as an integer in minor units.
 * Undefined when it is not exactly one: `"1e3"`, `"1.000,50"`, more decimals than the currency has. Nothing is rounded.
 */
export function parseAmount(decimal: string | number, currency: CurrencyCode): number | undefined {
  // Fifteen digits are what a double keeps of a decimal: 0.1 + 0.2 is 0.3, and 10.001 stays what it is.
  const text = typeof decimal === "number" ? String(Number(decimal.toPrecision(15))) : decimal;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const { decimals } = CURRENCIES[currency];
  if (fraction.length > decimals) return undefined;
  const amount = Number(whole + fraction.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(amount)) return undefined;
  return sign === "-" && amount !== 0 ? -amount : amount;
}

/** Whether a decimal in major units can be paid in the currency without rounding. */
export function isValidAmount(decimal: string | number, currency: CurrencyCode): boolean {
  return parseAmount(decimal, currency) !== undefined;
}

/** An amount between two bounds in minor units; in whole units where the currency is paid in those alone. */
export function generateAmount(
  random: RandomSource,
  currency: CurrencyCode,
  { minimum = 100, maximum = 1_000_000 }: { minimum?: number; maximum?: number } = {},
): number {
  const { decimals, wholeUnitsOnly } = CURRENCIES[currency];
  const step = wholeUnitsOnly ? 10 ** decimals : 1;
  const first = Math.ceil(minimum / step);
  const last = Math.floor(maximum / step);
  if (!(first <= last)) {
    throw new RangeError(`No ${currency} amount lies from ${minimum} to ${maximum}. Pass a wider range.`);
  }
  return (first + random.integer(last - first + 1)) * step;
}

/** The same as `parseAmount`, for a decimal that has to be one. Throws RangeError. */
export function toMinorUnits(decimal: string | number, currency: CurrencyCode): number {
  const amount = parseAmount(decimal, currency);
  if (amount !== undefined) return amount;
  const { decimals } = CURRENCIES[currency];
  const places = decimals === 0 ? "no decimals" : `at most ${decimals} decimals`;
  throw new RangeError(
    `${JSON.stringify(decimal)} is not an amount of ${currency}. Pass a plain decimal with ${places}, such as ${formatMajorUnits(15990, currency)}.`,
  );
}

/**
 * A decimal in major units as minor units, half a minor unit rounded up: for what is printed or compared and never paid,
 * such as a quote with four decimals. Throws RangeError for what is not a finite number.
 */
export function roundToMinorUnits(decimal: number, currency: CurrencyCode): number {
  const scale = 10 ** CURRENCIES[currency].decimals;
  const amount = Math.round(Number((decimal * scale).toPrecision(15)));
  if (Number.isSafeInteger(amount)) return amount + 0;
  throw new RangeError(`${decimal} is not an amount of ${currency}. Pass a finite number.`);
}

/** An amount in minor units as a number of major units, for providers that take reais: 15990 BRL is 159.9. Throws RangeError. */
export function toMajorUnits(amount: number, currency: CurrencyCode): number {
  requireMinorUnits(amount, currency);
  // One division of two integers is correctly rounded, so the number prints as the decimal that was meant.
  return amount / 10 ** CURRENCIES[currency].decimals;
}

/** Writes an amount in minor units as a plain decimal: 15990 BRL is `159.90`, 15990 CLP is `15990`. Throws RangeError. */
export function formatMajorUnits(amount: number, currency: CurrencyCode): string {
  requireMinorUnits(amount, currency);
  const { decimals } = CURRENCIES[currency];
  const text = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const sign = amount < 0 ? "-" : "";
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Why an amount in minor units is not one of whole units, and which ones are near; undefined when it is. */
export function explainFraction(amount: number, currency: CurrencyCode): string | undefined {
  requireMinorUnits(amount, currency);
  const unit = 10 ** CURRENCIES[currency].decimals;
  if (amount % unit === 0) return undefined;
  const below = Math.floor(amount / unit) * unit;
  const near = below === 0 ? `${unit}` : `${below} or ${below + unit}`;
  return `${amount} is ${formatMajorUnits(amount, currency)} ${currency}, and only whole units can be paid. Pass ${near}.`;
}

/**
 * An amount in minor units as whole major units, for providers that take nothing smaller: 160000 COP is 1600.
 * Throws RangeError, and never rounds, when a fraction is left.
 */
export function toWholeUnits(amount: number, currency: CurrencyCode): number {
  const problem = explainFraction(amount, currency);
  if (problem !== undefined) throw new RangeError(`Amount ${problem}`);
  return amount / 10 ** CURRENCIES[currency].decimals;
}

/** Whether an amount in minor units is one that payments in the currency are made in: whole pesos for COP. */
export function isPayableAmount(amount: number, currency: CurrencyCode): boolean {
  const { decimals, wholeUnitsOnly } = CURRENCIES[currency];
  return Number.isSafeInteger(amount) && amount > 0 && (!wholeUnitsOnly || amount % 10 ** decimals === 0);
}

const formats = new Map<CurrencyCode, Intl.NumberFormat>();

/** Prints an amount in minor units as people of the currency write it: 15990 BRL is `R$ 159,90` (with a no-break space). */
export function formatMoney(amount: number, currency: CurrencyCode): string {
  const { decimals, locale } = CURRENCIES[currency];
  let format = formats.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      // Intl prints COP without centavos, as cash is; what is printed has to be what is charged.
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(currency, format);
  }
  // Intl takes a decimal as text and keeps all of its digits; it is one, as formatMajorUnits writes nothing else.
  return format.format(formatMajorUnits(amount, currency) as `${number}`);
}

function requireMinorUnits(amount: number, currency: CurrencyCode): void {
  if (Number.isSafeInteger(amount)) return;
  throw new RangeError(`Amount ${amount} of ${currency} is not valid. Pass a whole number of minor units.`);
}
