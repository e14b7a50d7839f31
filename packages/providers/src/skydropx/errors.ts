import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";

/**
 * `{ errors: { field: [text] or { field: [text] } } }` or `{ error }` for 422, `{ message }` for 400 and 404, `{ error,
 * error_description }` for tokens (Skydropx Pro's documentation).
 */
export function readSkydropxError(_status: number, body: Json | undefined): NativeError | undefined {
  const [field, said] = firstText(valueAt(body, "errors")) ?? [];
  if (said !== undefined) return { code: field, message: field === "" ? said : `${field}: ${said}` };
  const message = textAt(body, "error_description") ?? textAt(body, "message") ?? textAt(body, "error");
  return message === undefined ? undefined : { code: textAt(body, "error"), message };
}

/** The first text below a value, with the path to it. */
function firstText(value: Json | undefined, path: readonly string[] = []): [string, string] | undefined {
  if (typeof value === "string") return [path.join("."), value];
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const found = firstText(child, Array.isArray(value) ? path : [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
