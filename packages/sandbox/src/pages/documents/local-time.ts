import { formatLocalTimestamp } from "@codespar/formats";
import { dayFirst } from "./format-paper.ts";

/** `DD/MM/YYYY` at an offset in minutes east of UTC. */
export function paperDate(at: number, offsetMinutes: number): string {
  return dayFirst(formatLocalTimestamp(at, offsetMinutes).slice(0, 10));
}

/** `HH:MM:SS`. */
export function paperTime(at: number, offsetMinutes: number): string {
  return formatLocalTimestamp(at, offsetMinutes).slice(11, 19);
}

/** `DD/MM/YYYY HH:MM:SS`. */
export function paperInstant(at: number, offsetMinutes: number): string {
  return `${paperDate(at, offsetMinutes)} ${paperTime(at, offsetMinutes)}`;
}
