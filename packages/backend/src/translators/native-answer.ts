import type { Json, JsonObject } from "@codespar/contract";

/** Text, or a number written out; undefined when there is neither. */
export function textOf(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOf(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  return typeof value === "number" ? value : undefined;
}

export function objectOf(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isJsonObject(value) ? value : undefined;
}

/** The objects of a list; empty when there is no list. */
export function objectsOf(object: JsonObject | undefined, key: string): JsonObject[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** Throws when the provider left out what every answer of its kind has: then nobody knows what it did. */
export function requireText(object: JsonObject, key: string): string {
  const text = textOf(object, key);
  if (text === undefined) throw new TypeError(`The provider answered without ${key}.`);
  return text;
}

/** Throws when the provider left out what every answer of its kind has: then nobody knows what it did. */
export function requireNumber(object: JsonObject, key: string): number {
  const number = numberOf(object, key);
  if (number === undefined) throw new TypeError(`The provider answered without ${key}.`);
  return number;
}

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
