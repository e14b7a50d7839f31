import { formatEpochDay } from "@codespar/formats";

export { formatEpochDay as dateOfDay };

const DAY_MS = 86_400_000;

/** The month that a moment is charged to, `YYYY-MM` in UTC. */
export function toPeriod(now: number): string {
  return formatEpochDay(Math.floor(now / DAY_MS)).slice(0, 7);
}

/** RFC 3339 in UTC with milliseconds. */
export function timestamp(now: number): string {
  const milliseconds = now - Math.floor(now / 1000) * 1000;
  return `${secondsTimestamp(now).slice(0, -1)}.${String(milliseconds).padStart(3, "0")}Z`;
}

/** RFC 3339 in UTC with whole seconds, as billing, usage and quota bodies have it. */
export function secondsTimestamp(now: number): string {
  const day = Math.floor(now / DAY_MS);
  const seconds = Math.floor((now - day * DAY_MS) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${formatEpochDay(day)}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}Z`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** When the month `YYYY-MM` begins and the next one does, in milliseconds. */
export function boundsOfPeriod(period: string): { start: number; end: number } {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
}
