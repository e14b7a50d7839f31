import { dateOfDay } from "@codespar/backend";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes east of UTC where Brazilian providers write local times; there is no summer time since 2019. */
export const BRAZIL_OFFSET = -180;

/** Minutes east of UTC in Mexico City, without summer time since 2022. */
export const MEXICO_OFFSET = -360;

/** The calendar date at an instant, `days` later, as `YYYY-MM-DD`. */
export function localDate(at: number, offsetMinutes: number, days = 0): string {
  return dateOfDay(Math.floor((at + offsetMinutes * MINUTE_MS) / DAY_MS) + days);
}

/** Milliseconds since the epoch of a local `YYYY-MM-DD HH:mm:ss`; undefined when it is not one. */
export function parseLocalTime(text: string, offsetMinutes: number): number | undefined {
  const at = Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? undefined : at - offsetMinutes * MINUTE_MS;
}

/** Whole calendar days from the local date at `now` to `date` (`YYYY-MM-DD`); negative when it has passed. */
export function daysUntil(date: string, now: number, offsetMinutes: number): number {
  return Math.round((Date.parse(date) - Date.parse(localDate(now, offsetMinutes))) / DAY_MS);
}

/** The last whole second of a local date, in milliseconds since the epoch. */
export function endOfLocalDate(date: string, offsetMinutes: number): number {
  return Date.parse(`${date}T23:59:59Z`) - offsetMinutes * MINUTE_MS;
}
