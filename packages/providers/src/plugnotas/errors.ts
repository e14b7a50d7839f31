import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { isObject, textAt, valueAt } from "../json/native-json.ts";

/** `{ error: { message, data: { fields } } }`, as an integrator of the API recorded it. */
export function readPlugnotasError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "error.message");
  if (message === undefined) return undefined;
  const fields = valueAt(body, "error.data.fields");
  const named = isObject(fields)
    ? Object.entries(fields).map(([field, problem]) => `${field}: ${String(problem)}`)
    : [];
  return { message: [message, ...named].join("; ") };
}
