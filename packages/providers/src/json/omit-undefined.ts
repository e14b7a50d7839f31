import type { Json, JsonObject } from "@codespar/contract";

/** An object without the fields that are undefined, which JSON cannot carry. */
export function omitUndefined(fields: Record<string, Json | undefined>): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) object[name] = value;
  return object;
}
