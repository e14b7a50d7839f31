import type { Currency } from "@codespar/contract";
import { formatMajorUnits, timeZoneOfCurrency } from "@codespar/formats";

/** How each currency's country writes numbers and dates. */
const locales: Readonly<Record<Currency, string>> = {
  BRL: "pt-BR",
  MXN: "es-MX",
  COP: "es-CO",
  CLP: "es-CL",
  ARS: "es-AR",
  USD: "es-MX",
};

/** `R$ 159,90`, `$348.00 MXN`: the peso's sign is that of four currencies. Minor units. */
export function pageMoney(amount: number, currency: Currency): string {
  // a decimal text keeps every centavo, which a number might not
  const exact = formatMajorUnits(amount, currency) as `${number}`;
  const text = new Intl.NumberFormat(locales[currency], { style: "currency", currency }).format(exact);
  return currency === "BRL" || text.includes(currency) ? text : `${text} ${currency}`;
}

/** `21 de nov. de 2026, 15:00`, where the currency is at home. */
export function pageTime(at: number, currency: Currency): string {
  const timeZone = timeZoneOfCurrency(currency);
  const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(locales[currency], style).format(at);
}

/** `15:00`. */
export function pageHour(at: number, currency: Currency): string {
  const timeZone = timeZoneOfCurrency(currency);
  return new Intl.DateTimeFormat(locales[currency], { timeStyle: "short", timeZone }).format(at);
}

/** A text of somebody else, cut between two characters as people see them. */
export function shorten(text: string, characters = 240): string {
  if (text.length <= characters) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    text.slice(0, characters * 8),
  );
  let short = "";
  let count = 0;
  for (const { segment } of segments) {
    if (count === characters) return `${short}…`;
    short += segment;
    count += 1;
  }
  return short.length < text.length ? `${short}…` : short;
}
