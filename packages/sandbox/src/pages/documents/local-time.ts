import { formatLocalTimestamp } from "@codespar/formats";
import { dayFirst } from "./format-paper.ts";

/** `DD/MM/YYYY` in a time zone. */
export function paperDate(at: number, timeZone: string): string {
  return dayFirst(formatLocalTimestamp(at, timeZone).slice(0, 10));
}

/** `HH:MM:SS`. */
export function paperTime(at: number, timeZone: string): string {
  return formatLocalTimestamp(at, timeZone).slice(11, 19);
}

/** `DD/MM/YYYY HH:MM:SS`. */
export function paperInstant(at: number, timeZone: string): string {
  return `${paperDate(at, timeZone)} ${paperTime(at, timeZone)}`;
}
