import type { Json } from "@codespar/contract";
import { textAt } from "../json/native-json.ts";

/** Milliseconds since the epoch of an ISO 8601 text with its offset at a path; undefined when there is none. */
export function isoTimeAt(json: Json | undefined, path: string): number | undefined {
  const text = textAt(json, path);
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
