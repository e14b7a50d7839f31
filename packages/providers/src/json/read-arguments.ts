import type { Json, JsonObject } from "@codespar/contract";
import { isObject, valueAt } from "./native-json.ts";

export { numberAt, textAt, valueAt } from "./native-json.ts";

/** The objects of the list at a path; a single object counts as a list of one. */
export function objectsAt(json: Json | undefined, path: string): JsonObject[] {
  const value = valueAt(json, path);
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of the list at a path; a single text counts as a list of one. */
export function textsAt(json: Json | undefined, path: string): string[] {
  const value = valueAt(json, path);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((item) =>
    typeof item === "string" || typeof item === "number" ? [String(item)] : [],
  );
}
