import type { Currency } from "@codespar/contract";
import { formatMajorUnits } from "@codespar/formats";

/** How the countries of the sandbox write numbers. */
export type PaperLocale = "pt-BR" | "es-MX" | "en-US";

/** `1.234,50`: minor units without a currency's sign, as forms print them. */
export function plainMoney(
  amount: number,
  currency: Currency = "BRL",
  locale: PaperLocale = "pt-BR",
): string {
  const exact = formatMajorUnits(amount, currency);
  const digits = exact.includes(".") ? exact.length - exact.indexOf(".") - 1 : 0;
  // as a text: a number would lose the last centavos of large amounts, which Intl keeps in a decimal string
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(exact as `${number}`);
}

/** A quantity or a unit's price with up to ten decimals. */
export function plainNumber(value: number, locale: PaperLocale = "pt-BR", decimals = 2): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 10,
  }).format(value);
}

/** `YYYY-MM-DD` as `DD/MM/YYYY`. */
export function dayFirst(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

/** Groups of `size` characters, for keys that people read aloud. */
export function inGroups(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, "gu"))?.join(" ") ?? "";
}
