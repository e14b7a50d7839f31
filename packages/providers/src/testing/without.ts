import type { Json, JsonObject } from "@codespar/contract";

/** The same response without the member at a path, such as `data.status` or `charges.0.amount`. */
export function without(response: JsonObject, path: string): JsonObject {
  const copy = structuredClone(response);
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let inside: Json | undefined = copy;
  for (const key of keys) inside = memberOf(inside, key);
  if (memberOf(inside, last) === undefined) throw new Error(`The response has no ${path} to leave out.`);
  if (typeof inside === "object" && inside !== null && !Array.isArray(inside)) delete inside[last];
  return copy;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return typeof value === "object" && value !== null ? value[key] : undefined;
}
