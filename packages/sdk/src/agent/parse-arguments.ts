import type { Json, JsonObject } from "@codespar/contract";
import { isError } from "@codespar/contract";

export type ParsedArguments = { ok: true; arguments: JsonObject } | { ok: false; message: string };

/** The arguments of a model's call: an object, the JSON text of one, or nothing. Nulls are dropped. */
export function parseArguments(raw: unknown): ParsedArguments {
  const value = typeof raw === "string" ? parseText(raw) : { json: raw };
  if ("message" in value) return { ok: false, message: value.message };
  if (value.json === null || value.json === undefined) return { ok: true, arguments: {} };
  if (!isObject(value.json)) {
    return { ok: false, message: `The arguments must be one JSON object, not ${getKind(value.json)}.` };
  }
  return { ok: true, arguments: dropNulls(value.json) };
}

/**
 * Without the properties that are null: strict modes make a model send null for what it leaves out.
 * Null items of a list stay, because dropping one would move the others.
 */
export function dropNulls(value: object): JsonObject {
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  // `fromEntries` defines properties, so that a key `__proto__` stays a key.
  return Object.fromEntries(entries.map(([key, item]) => [key, dropNullsWithin(item)]));
}

function dropNullsWithin(value: unknown): Json {
  if (Array.isArray(value)) return value.map(dropNullsWithin);
  if (isObject(value)) return dropNulls(value);
  // What JSON cannot carry is refused by the client when it is sent.
  return value as Json;
}

function parseText(text: string): { json: unknown } | { message: string } {
  if (text.trim() === "") return { json: {} };
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    const why = isError(error) ? error.message : "it cannot be read";
    return { message: `The arguments are not complete JSON: ${why}.` };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function getKind(value: unknown): string {
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
