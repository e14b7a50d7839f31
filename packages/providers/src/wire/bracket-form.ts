import type { Json, JsonObject } from "@codespar/contract";
import { isObject } from "../json/native-json.ts";

/** Deeper than any documented parameter; more is refused, not read. */
const deepest = 16;
const mostPairs = 2000;

/** Stripe's form: nested keys in brackets, lists by number, null as the empty text. Brackets stay as they are, as its SDK leaves them. */
export function encodeBracketForm(fields: JsonObject): string {
  const pairs: string[] = [];
  const add = (key: string, value: Json): void => {
    if (value === null || typeof value !== "object") {
      pairs.push(`${encode(key)}=${encode(value === null ? "" : String(value))}`);
      return;
    }
    for (const [name, member] of Object.entries(value)) add(`${key}[${name}]`, member);
  };
  for (const [name, value] of Object.entries(fields)) add(name, value);
  return pairs.join("&");
}

/**
 * Reads a bracket form. All values are text, lists are objects with numbers as keys until a schema distinguishes them.
 * Undefined for what is no such form: a bracket that does not close, a key that is both text and object, bad escapes.
 */
export function decodeBracketForm(text: string): JsonObject | undefined {
  const root: JsonObject = {};
  const pairs = text.split("&").filter((pair) => pair !== "");
  if (pairs.length > mostPairs) return undefined;
  for (const pair of pairs) {
    const [rawKey = "", rawValue = ""] = pair.split(/=(.*)/s, 2);
    const key = decode(rawKey);
    const value = decode(rawValue);
    const path = key === undefined ? undefined : splitKey(key);
    if (path === undefined || value === undefined || !place(root, path, value)) return undefined;
  }
  return root;
}

function place(root: JsonObject, path: readonly string[], value: string): boolean {
  let target = root;
  for (const [index, name] of path.entries()) {
    // `list[]=a&list[]=b` counts upwards
    const key = name === "" ? String(Object.keys(target).length) : name;
    if (index === path.length - 1) {
      if (isObject(own(target, key))) return false;
      define(target, key, value);
      return true;
    }
    const next = own(target, key);
    if (next === undefined) define(target, key, {});
    const member = own(target, key);
    if (!isObject(member)) return false;
    target = member;
  }
  return false;
}

/** `a[b][0]` as `a`, `b`, `0`. */
function splitKey(key: string): string[] | undefined {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key);
  if (match === null) return undefined;
  const [, head = "", rest = ""] = match;
  const path = [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, name = ""]) => name)];
  return path.length > deepest ? undefined : path;
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%5B/g, "[")
    .replace(/%5D/g, "]");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** As a member of its own, whatever its name is: `__proto__` is a key like any other. */
function define(object: JsonObject, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
