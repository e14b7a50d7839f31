import { instantOfLocalTime, zoneOffsetAt } from "./time-zone.ts";

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of the date in a time zone (IANA name) at an instant in epoch milliseconds. */
export function epochDayAt(epochMs: number, timeZone: string): number {
  return Math.floor((epochMs + zoneOffsetAt(epochMs, timeZone)) / DAY_MS);
}

/** The date in a time zone at an instant, or a number of days later, as `YYYY-MM-DD`. */
export function calendarDateAt(epochMs: number, timeZone: string, daysLater = 0): string {
  return formatEpochDay(epochDayAt(epochMs, timeZone) + daysLater);
}

// Calls come in bursts that share a day, and building a Date is most of what a timestamp costs.
let lastDay = 0;
let lastDate = "1970-01-01";

/** Writes days since 1970-01-01 as `YYYY-MM-DD`. */
export function formatEpochDay(epochDay: number): string {
  if (epochDay !== lastDay) {
    lastDate = new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
    lastDay = epochDay;
  }
  return lastDate;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` that exists in the calendar, or undefined. */
export function parseEpochDay(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const epochMs = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  const epochDay = epochMs / DAY_MS;
  return formatEpochDay(epochDay) === date ? epochDay : undefined;
}

/** Whether the text is a `YYYY-MM-DD` that exists in the calendar. */
export function isCalendarDate(text: string): boolean {
  return parseEpochDay(text) !== undefined;
}

/** Days since 1970-01-01 of a date that has to be one. Throws RangeError. */
export function requireEpochDay(date: string): number {
  const epochDay = parseEpochDay(date);
  if (epochDay !== undefined) return epochDay;
  throw new RangeError(`Date ${JSON.stringify(date)} does not exist. Pass one as YYYY-MM-DD.`);
}

/** The date a number of days later, or earlier when it is negative. Throws RangeError for what is not a date. */
export function addDays(date: string, days: number): string {
  return formatEpochDay(requireEpochDay(date) + days);
}

/** Days from one date to another; negative when the second lies before the first. Throws RangeError. */
export function daysBetween(from: string, to: string): number {
  return requireEpochDay(to) - requireEpochDay(from);
}

/** First instant of a date in a time zone, in epoch milliseconds. Throws RangeError when there is no such date. */
export function startOfDate(date: string, timeZone: string): number {
  return startOfEpochDay(requireEpochDay(date), timeZone);
}

/** Last whole second of a date in a time zone, in epoch milliseconds. Throws RangeError when there is no such date. */
export function endOfDate(date: string, timeZone: string): number {
  return startOfEpochDay(requireEpochDay(date) + 1, timeZone) - 1000;
}

/** A day-first date as ISO orders it: `20/11/2026 16:00` and `20-11-2026 16:00` are `2026-11-20 16:00`. */
export function fromDayFirst(text: string): string {
  return text.replace(/^(\d{2})[/-](\d{2})[/-](\d{4})/, "$3-$2-$1");
}

/** Whether `yymmdd` exists in the 20th or the 21st century: the date inside RFC and CURP. */
export function isShortDate(yymmdd: string): boolean {
  const date = `${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`;
  return parseEpochDay(`20${date}`) !== undefined || parseEpochDay(`19${date}`) !== undefined;
}

// Where clocks go forward at midnight, as in Chile, a date begins at one o'clock: that is its first instant.
function startOfEpochDay(epochDay: number, timeZone: string): number {
  return instantOfLocalTime(epochDay * DAY_MS, timeZone);
}
