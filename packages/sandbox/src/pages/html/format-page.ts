import type { Currency } from "@codespar/contract";
import { formatMajorUnits } from "@codespar/formats";

/** How each currency's country writes numbers, and what its clocks show. */
const places: Readonly<Record<Currency, { locale: string; timeZone: string }>> = {
  BRL: { locale: "pt-BR", timeZone: "America/Sao_Paulo" },
  MXN: { locale: "es-MX", timeZone: "America/Mexico_City" },
  COP: { locale: "es-CO", timeZone: "America/Bogota" },
  CLP: { locale: "es-CL", timeZone: "America/Santiago" },
  ARS: { locale: "es-AR", timeZone: "America/Argentina/Buenos_Aires" },
  USD: { locale: "es-MX", timeZone: "UTC" },
};

/** `R$ 159,90`, `$348.00 MXN`: the peso's sign is that of four currencies. Minor units. */
export function pageMoney(amount: number, currency: Currency): string {
  // a decimal text keeps every centavo, which a number might not
  const exact = formatMajorUnits(amount, currency) as `${number}`;
  const text = new Intl.NumberFormat(places[currency].locale, { style: "currency", currency }).format(exact);
  return currency === "BRL" || text.includes(currency) ? text : `${text} ${currency}`;
}

/** `21 de nov. de 2026, 15:00`, where the currency is at home. */
export function pageTime(at: number, currency: Currency): string {
  const { locale, timeZone } = places[currency];
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
}

/** `15:00`. */
export function pageHour(at: number, currency: Currency): string {
  const { locale, timeZone } = places[currency];
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(at);
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
