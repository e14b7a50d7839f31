import { invalidRequest } from "../errors/invalid-request.ts";

/** `/v1/sessions/ses_1/tools` from its segments; an id cannot lead anywhere else. */
export function encodePath(segments: readonly string[]): string {
  return `/v1${segments.map(encodeSegment).join("")}`;
}

function encodeSegment(segment: string): string {
  // These would name another endpoint than the one that is called.
  if (typeof segment !== "string" || segment === "" || segment === "." || segment === "..") {
    throw invalidRequest("id", `must be an id, not ${JSON.stringify(segment)}.`);
  }
  return `/${encodeURIComponent(segment)}`;
}

/** `?a=1&metadata[tenant_id]=x`, or nothing. Values are as in JSON; what is undefined or null is left out. */
export function encodeQuery(query?: object): string {
  if (query === undefined) return "";
  const pairs = new URLSearchParams();
  const append = (key: string, value: unknown) => {
    if (typeof value !== "object") pairs.append(key, String(value));
    else for (const [name, item] of Object.entries(value ?? {})) append(`${key}[${name}]`, item);
  };
  for (const [key, value] of Object.entries(JSON.parse(encodeJson(query)))) append(key, value);
  return pairs.size === 0 ? "" : `?${pairs}`;
}

const losesItsContent = /^\[object (\w*(?:Map|Set|Promise|RegExp|Error|Array|Buffer|View))]$/;

/** JSON text of a body; refuses what JSON would silently change, naming where it is. */
export function encodeJson(body: unknown): string {
  check(body, "", []);
  return JSON.stringify(body);
}

function check(value: unknown, path: string, parents: object[]): void {
  switch (typeof value) {
    case "number":
      checkNumber(value, path);
      break;
    case "bigint":
      throw invalidRequest(path, "is a BigInt, which JSON cannot carry. Pass a number or a string.");
    case "function":
    case "symbol":
      throw invalidRequest(path, `is a ${typeof value}, which JSON cannot carry. Leave it out.`);
    case "object":
      if (value !== null) checkObject(value, path, parents);
  }
}

function checkNumber(value: number, path: string): void {
  if (!Number.isFinite(value))
    throw invalidRequest(path, `is ${value}, which JSON would turn into null. Pass a finite number.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw invalidRequest(
      path,
      `is ${value}, an integer that JSON cannot carry exactly. Pass less, or an id as a string.`,
    );
  }
}

function checkObject(value: object, path: string, parents: object[]): void {
  if (parents.includes(value))
    throw invalidRequest(path, "refers back to itself, which JSON cannot carry. Leave it out.");
  if (getTag(value) === "[object Date]" && Number.isNaN(Number(value)))
    throw invalidRequest(path, "is an invalid Date. Leave it out.");
  parents.push(value);
  if (Array.isArray(value)) {
    // By index, because for-each would step over holes.
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (item === undefined) {
        throw invalidRequest(
          join(path, index),
          "is undefined, which JSON would turn into null. Leave it out.",
        );
      }
      check(item, join(path, index), parents);
    }
  } else if ("toJSON" in value && typeof value.toJSON === "function") {
    check(value.toJSON(""), path, parents);
  } else {
    const [, kind] = losesItsContent.exec(getTag(value)) ?? [];
    if (kind !== undefined) {
      throw invalidRequest(path, `is a ${kind}, which JSON would turn into {}. Pass a plain object.`);
    }
    for (const [key, item] of Object.entries(value)) check(item, join(path, key), parents);
  }
  parents.pop();
}

/** By tag rather than by class, because an object may come from another realm. */
function getTag(value: object): string {
  return Object.prototype.toString.call(value);
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}
