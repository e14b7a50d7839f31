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
