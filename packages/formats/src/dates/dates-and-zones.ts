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

const WEEK_MS = 604_800_000;
const MOST_WEEKS = 512;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset of each week in which the clocks do not change; undefined for a week in which they do. */
  weeks: Map<number, number | undefined>;
  lastWeek: number;
  lastOffset: number | undefined;
}

const zones = new Map<string, Zone>();

/**
 * Milliseconds that the clocks of a time zone (IANA name, such as `America/Santiago`) are ahead of UTC at an instant.
 * Throws RangeError for a zone that the runtime does not know.
 */
export function zoneOffsetAt(epochMs: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const zone = zones.get(timeZone) ?? openZone(timeZone);
  const week = Math.floor(epochMs / WEEK_MS);
  if (week !== zone.lastWeek) {
    zone.lastOffset = offsetOfWeek(zone, week);
    zone.lastWeek = week;
  }
  return zone.lastOffset ?? askOffset(zone, epochMs);
}

/** Whether the runtime knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    zoneOffsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** Writes an offset in milliseconds as `-03:00`. */
export function formatOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${hours}:${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * The instant, in epoch milliseconds, at which the clocks of a zone show a local time.
 * `localMs` is that time read as if it were UTC. A time shown twice is the first of both; one that is skipped, when the
 * clocks go forward, is as long after the change as it says (as Temporal's "compatible").
 */
export function instantOfLocalTime(localMs: number, timeZone: string): number {
  const before = localMs - zoneOffsetAt(localMs - zoneOffsetAt(localMs, timeZone) - 43_200_000, timeZone);
  if (before + zoneOffsetAt(before, timeZone) === localMs) return before;
  const after = localMs - zoneOffsetAt(localMs - zoneOffsetAt(localMs, timeZone) + 43_200_000, timeZone);
  return after + zoneOffsetAt(after, timeZone) === localMs ? after : before;
}

function openZone(timeZone: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    // Making one costs as much as some hundred uses.
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch (cause) {
    throw new RangeError(`Time zone "${timeZone}" is not known. Pass a name such as "America/Sao_Paulo".`, {
      cause,
    });
  }
  const zone = { format, weeks: new Map(), lastWeek: Number.NaN, lastOffset: undefined };
  zones.set(timeZone, zone);
  return zone;
}

function offsetOfWeek(zone: Zone, week: number): number | undefined {
  if (!zone.weeks.has(week)) {
    if (zone.weeks.size >= MOST_WEEKS) zone.weeks.clear();
    const first = askOffset(zone, week * WEEK_MS);
    zone.weeks.set(week, askOffset(zone, (week + 1) * WEEK_MS) === first ? first : undefined);
  }
  return zone.weeks.get(week);
}

function askOffset({ format }: Zone, epochMs: number): number {
  const [, sign, hours, minutes, seconds = "0"] = OFFSET.exec(format.format(epochMs)) ?? [];
  if (sign === undefined) return 0;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -offset : offset;
}
