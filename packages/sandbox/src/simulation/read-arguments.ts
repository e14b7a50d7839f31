import type { Json, JsonObject } from "@codespar/contract";

/** The value at a path of keys, or undefined; list places are numbers, as in `volumes.0.weight`. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  if (!path.includes(".")) return memberOf(json, path);
  let value = json;
  for (const key of path.split(".")) value = memberOf(value, key);
  return value;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Text at a path; numbers are written out, because clients send `"1"` and `1` alike. */
export function textAt(json: Json | undefined, path: string): string | undefined {
  const value = valueAt(json, path);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A finite number at a path; numeric text counts. */
export function numberAt(json: Json | undefined, path: string): number | undefined {
  const value = valueAt(json, path);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

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

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
