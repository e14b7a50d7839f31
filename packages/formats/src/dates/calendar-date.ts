const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Days since 1970-01-01 of the local date at an instant. */
export function epochDayAt(epochMs: number, offsetMinutes: number): number {
  return Math.floor((epochMs + offsetMinutes * MINUTE_MS) / DAY_MS);
}

/** The local date at an instant, `YYYY-MM-DD`. */
export function calendarDateAt(epochMs: number, offsetMinutes: number): string {
  return formatEpochDay(epochDayAt(epochMs, offsetMinutes));
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

/** First instant of a local date in epoch milliseconds, or undefined when there is no such date. */
export function startOfCalendarDate(date: string, offsetMinutes: number): number | undefined {
  const epochDay = parseEpochDay(date);
  return epochDay === undefined ? undefined : epochDay * DAY_MS - offsetMinutes * MINUTE_MS;
}

/** Last whole second of a local date, as epoch milliseconds. */
export function endOfEpochDay(epochDay: number, offsetMinutes: number): number {
  return (epochDay + 1) * DAY_MS - offsetMinutes * MINUTE_MS - 1000;
}

/** Tells whether `yymmdd` exists in the 20th or the 21st century: the date inside RFC and CURP. */
export function isShortDate(yymmdd: string): boolean {
  const date = `${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`;
  return parseEpochDay(`20${date}`) !== undefined || parseEpochDay(`19${date}`) !== undefined;
}
