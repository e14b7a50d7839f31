import type { Json, JsonObject } from "@codespar/contract";
import { type CurrencyCode, parseLocalTimestamp, toMinorUnits } from "@codespar/formats";

/** The value at a path of keys, or undefined; list places are numbers, as in `purchase.orders.0`. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  if (!path.includes(".")) return getMember(json, path);
  let value = json;
  for (const key of path.split(".")) value = getMember(value, key);
  return value;
}

function getMember(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Text at a path; a number is written out. Undefined for what is empty, null or missing. */
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

/** The objects of the list at a path; none when there is no list. */
export function objectsAt(json: Json | undefined, path: string): JsonObject[] {
  const value = valueAt(json, path);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Text that a provider's response must have. Throws when it has not: then the provider is not the one we know. */
export function requiredText(json: Json | undefined, path: string): string {
  const text = textAt(json, path);
  if (text === undefined) throw new Error(`The provider responded without ${path}.`);
  return text;
}

/** A number that a provider's response must have. */
export function requiredNumber(json: Json | undefined, path: string): number {
  const number = numberAt(json, path);
  if (number === undefined) throw new Error(`The provider responded without a number in ${path}.`);
  return number;
}

/** A word that a provider's response must have, as we say it. Throws for a word that we do not know. */
export function requiredWord<Word>(
  json: Json | undefined,
  path: string,
  words: Readonly<Record<string, Word>>,
): Word {
  const text = requiredText(json, path);
  const word = words[text];
  if (word === undefined) throw new Error(`The provider responded with ${path} ${JSON.stringify(text)}.`);
  return word;
}

/** Whether JSON is an object, which a list is not. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An argument that a provider refuses, by its path. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

/**
 * A decimal of major units at a path, number or text, as minor units; undefined when there is none.
 * Throws ArgumentError for `"1e3"`, for more decimals than the currency has, and for what is no amount.
 */
export function amountAt(json: Json | undefined, path: string, currency: CurrencyCode): number | undefined {
  const value = valueAt(json, path);
  if (value === undefined || value === null || value === "") return undefined;
  try {
    return toMinorUnits(typeof value === "number" ? value : String(value), currency);
  } catch (cause) {
    const reason = cause instanceof RangeError ? cause.message : `${JSON.stringify(value)} is no amount.`;
    throw new ArgumentError(`${path}: ${reason}`, { cause });
  }
}

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
