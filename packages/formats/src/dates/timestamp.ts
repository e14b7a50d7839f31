import { formatEpochDay } from "./calendar-date.ts";
import { formatUtcOffset } from "./utc-offset.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `2026-11-20T20:57:00`, local and without offset: CFDI 4.0 (SAT, Anexo 20). */
export function formatLocalTimestamp(epochMs: number, offsetMinutes: number): string {
  return shiftedIso(epochMs, offsetMinutes).slice(0, 19);
}

/** `2026-11-20T20:57:00-03:00`: DF-e documents and most Brazilian APIs. */
export function formatOffsetTimestamp(epochMs: number, offsetMinutes: number): string {
  return formatLocalTimestamp(epochMs, offsetMinutes) + formatUtcOffset(offsetMinutes);
}

/** `2026-11-20T20:57:00.000-03:00`: Mercado Pago, PagBank. */
export function formatMillisecondTimestamp(epochMs: number, offsetMinutes: number): string {
  return shiftedIso(epochMs, offsetMinutes).slice(0, 23) + formatUtcOffset(offsetMinutes);
}

/** `2026-11-20 20:57:00`, local: Asaas, Melhor Envio. */
export function formatSpacedTimestamp(epochMs: number, offsetMinutes: number): string {
  const iso = shiftedIso(epochMs, offsetMinutes);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `202611202357`: the minute in an endToEndId. */
export function formatCompactMinute(epochMs: number, offsetMinutes: number): string {
  const iso = shiftedIso(epochMs, offsetMinutes);
  return iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16);
}

/** `1795219020`, whole seconds since the epoch: Stripe, Conekta, Meta. */
export function unixSeconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}

/** `2611`, year and month: the AAMM of Brazilian fiscal keys. */
export function formatYearMonth(epochMs: number, offsetMinutes: number): string {
  const iso = shiftedIso(epochMs, offsetMinutes);
  return iso.slice(2, 4) + iso.slice(5, 7);
}

function shiftedIso(epochMs: number, offsetMinutes: number): string {
  const local = Math.trunc(epochMs) + offsetMinutes * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const minutes = Math.floor(ms / MINUTE_MS);
  const hour = twoDigits(Math.floor(minutes / 60));
  const rest = ms % MINUTE_MS;
  const fraction = String(rest % 1000).padStart(3, "0");
  return `${formatEpochDay(day)}T${hour}:${twoDigits(minutes % 60)}:${twoDigits(Math.floor(rest / 1000))}.${fraction}Z`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
