import type { Json, JsonObject } from "@codespar/contract";
import { textAt } from "../json/native-json.ts";
import type { ReferenceField } from "./connector-definition.ts";

/**
 * An operation's id, and after a hyphen what the caller wrote there. The id may name a further attempt (`tc_1.2`) or a call that
 * prepares the effect (`tc_1/1`).
 */
const ownReference = /^((tc_[0-9a-z]+)(?:\.\d+)?(?:\/\d+)?)(?:-([\s\S]*))?$/;

/** The same as an id of letters and digits: the id of an operation has 26, and the number of a further attempt follows. */
const chosenReference = /^tc([0-9a-z]{26})\d{0,2}$/;

/** The reference as the provider gets it. */
export function writeReference(operationId: string, field: ReferenceField, args: JsonObject): string {
  if (field.chosen !== undefined)
    return textAt(args, field.path) ?? operationId.replace(/[^0-9A-Za-z]/g, "").slice(-field.chosen);
  const own = field.shared === true ? textAt(args, field.path) : undefined;
  return own === undefined || own === operationId ? operationId : `${operationId}-${own}`;
}

/** The arguments with the operation's id where the provider's lists can be searched for it. */
export function addReference(
  operationId: string,
  field: ReferenceField | undefined,
  args: JsonObject,
): JsonObject {
  if (field === undefined) return args;
  const reference = writeReference(operationId, field, args);
  const write = (before: Json | undefined): Json =>
    field.listed === true ? [...(Array.isArray(before) ? before : []), reference] : reference;
  return setAt(args, field.path.split("."), write);
}

/** Whether a reference, as the provider has it, is this operation's. */
export function isOwnReference(text: Json | undefined, operationId: string): boolean {
  return typeof text === "string" && ownReference.exec(text)?.[1] === operationId;
}

/** The operation and the caller's own part of a reference; undefined for what CodeSpar did not write. */
export function readReference(
  text: string | undefined,
): { operationId: string; own: string | undefined } | undefined {
  const chosen = text === undefined ? null : chosenReference.exec(text);
  if (chosen !== null) return { operationId: `tc_${chosen[1]}`, own: undefined };
  const match = text === undefined ? null : ownReference.exec(text);
  if (match === null) return undefined;
  const [, , operationId = "", own] = match;
  return { operationId, own };
}

/** A response without our ids in front of the caller's references, in fields of these names at any depth. */
export function hideReferences<Value extends Json>(value: Value, names: ReadonlySet<string>): Value {
  // the shape stays: only texts change, for other texts
  return hide(value, names) as Value;
}

function hide(value: Json, names: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => hide(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (names.has(key) && typeof member === "string") return [key, readReference(member)?.own ?? member];
      if (names.has(key) && Array.isArray(member))
        return [key, member.filter((item) => typeof item !== "string" || readReference(item) === undefined)];
      return [key, hide(member, names)];
    }),
  );
}

type Write = (before: Json | undefined) => Json;

function setAt(object: JsonObject, [key = "", ...rest]: readonly string[], write: Write): JsonObject {
  return { ...object, [key]: replaceAt(object[key], rest, write) };
}

/** A place in a list is written by its number, and has to be there. */
function replaceAt(inner: Json | undefined, path: readonly string[], write: Write): Json {
  const [key, ...rest] = path;
  if (key === undefined) return write(inner);
  if (Array.isArray(inner))
    return inner.map((item, index) =>
      key === "*" || String(index) === key ? replaceAt(item, rest, write) : item,
    );
  return setAt(typeof inner === "object" && inner !== null ? inner : {}, path, write);
}
