import type { Json } from "@codespar/contract";
import { parseLocalTimestamp } from "@codespar/formats";
import { textAt } from "./native-json.ts";

/**
 * Milliseconds since the epoch of an ISO 8601 text at a path; undefined when there is none.
 * A text without an offset is a local time of the zone. @default UTC
 */
export function instantAt(json: Json | undefined, path: string, timeZone = "UTC"): number | undefined {
  const text = textAt(json, path);
  return text === undefined ? undefined : parseLocalTimestamp(text, timeZone);
}

/** The same where a provider's response must have one. Throws when it has none, or what is no time. */
export function requiredInstant(json: Json | undefined, path: string, timeZone = "UTC"): number {
  const instant = instantAt(json, path, timeZone);
  if (instant === undefined) throw new Error(`The provider responded without a time in ${path}.`);
  return instant;
}
