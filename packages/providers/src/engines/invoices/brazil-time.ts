import type { Json } from "@codespar/contract";
import { formatOffsetTimestamp, UTC_OFFSET_MINUTES } from "@codespar/formats";
import { textAt } from "../../json/read-arguments.ts";

/** `2026-11-20T20:57:00-03:00`, as DF-e carry time; `at` in epoch milliseconds. */
export function brazilTime(at: number): string {
  return formatOffsetTimestamp(at, UTC_OFFSET_MINUTES.BR);
}

/** Epoch milliseconds of an ISO 8601 timestamp at a path, or undefined. */
export function instantAt(json: Json | undefined, path: string): number | undefined {
  const instant = Date.parse(textAt(json, path) ?? "");
  return Number.isNaN(instant) ? undefined : instant;
}
