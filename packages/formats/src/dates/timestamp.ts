import {
  endOfDate,
  formatEpochDay,
  formatOffset,
  instantOfLocalTime,
  parseEpochDay,
  zoneOffsetAt,
} from "./dates-and-zones.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LOCAL = /^(\d{4}-?\d{2}-?\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?)?$/;
const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** `2026-11-20T20:57:00`, local and without offset: CFDI 4.0 (SAT, Anexo 20). */
export function formatLocalTimestamp(epochMs: number, timeZone: string): string {
  return localIso(epochMs, zoneOffsetAt(epochMs, timeZone)).slice(0, 19);
}

/** `2026-11-20T20:57:00-03:00`: DF-e documents and most Brazilian APIs. */
export function formatOffsetTimestamp(epochMs: number, timeZone: string): string {
  const offset = zoneOffsetAt(epochMs, timeZone);
  return localIso(epochMs, offset).slice(0, 19) + formatOffset(offset);
}

/** `2026-11-20T23:59:59-03:00`: the last second of a date, as due dates are sent. Throws RangeError for what is not a date. */
export function formatEndOfDate(date: string, timeZone: string): string {
  return formatOffsetTimestamp(endOfDate(date, timeZone), timeZone);
}

/** `2026-11-20T20:57:00.000-03:00`: Mercado Pago, PagBank. */
export function formatMillisecondTimestamp(epochMs: number, timeZone: string): string {
  const offset = zoneOffsetAt(epochMs, timeZone);
  return localIso(epochMs, offset) + formatOffset(offset);
}

/** `2026-11-20 20:57:00`, local: Asaas, Melhor Envio. */
export function formatSpacedTimestamp(epochMs: number, timeZone: string): string {
  const iso = localIso(epochMs, zoneOffsetAt(epochMs, timeZone));
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `202611202357`: the minute in an endToEndId. */
export function formatCompactMinute(epochMs: number, timeZone: string): string {
  const iso = localIso(epochMs, zoneOffsetAt(epochMs, timeZone));
  return iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16);
}

/** `2611`, year and month: the AAMM of Brazilian fiscal keys. */
export function formatYearMonth(epochMs: number, timeZone: string): string {
  const iso = localIso(epochMs, zoneOffsetAt(epochMs, timeZone));
  return iso.slice(2, 4) + iso.slice(5, 7);
}

/** `1795219020`, whole seconds since the epoch: Stripe, Conekta, Meta. */
export function unixSeconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}

/** Epoch milliseconds of an ISO 8601 text that carries its offset; undefined when it is not one. */
export function parseTimestamp(text: string): number | undefined {
  const match = WITH_OFFSET.exec(text);
  if (match === null || parseEpochDay(match[1] ?? "") === undefined) return undefined;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

/**
 * Epoch milliseconds of a provider's local time, such as `2026-11-20 20:57:00`, `20261120 20:57` or `2026-11-20`.
 * A text that carries its own offset means that one. Undefined when it is not a time.
 */
export function parseLocalTimestamp(text: string, timeZone: string): number | undefined {
  const match = LOCAL.exec(text);
  if (match === null) return parseTimestamp(text);
  const [, date = "", hour = "00", minute = "00", second = "00"] = match;
  const digits = date.replaceAll("-", "");
  const day = parseEpochDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  if (day === undefined || hour > "23" || minute > "59" || second > "59") return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return instantOfLocalTime(day * DAY_MS + minutes * MINUTE_MS + Number(second) * 1000, timeZone);
}

/** `2026-11-20T20:57:00.000`. */
function localIso(epochMs: number, offsetMs: number): string {
  const local = Math.trunc(epochMs) + offsetMs;
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const minutes = Math.floor(ms / MINUTE_MS);
  const hour = twoDigits(Math.floor(minutes / 60));
  const rest = ms % MINUTE_MS;
  const fraction = String(rest % 1000).padStart(3, "0");
  return `${formatEpochDay(day)}T${hour}:${twoDigits(minutes % 60)}:${twoDigits(Math.floor(rest / 1000))}.${fraction}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
