import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { numberAt, textAt } from "../json/native-json.ts";

/** `{ error: { message, type, code, … } }` (facebook/openapi v23.0, GraphAPIError); `code` is a number. */
export function readGraphError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = numberAt(body, "error.code");
  const message = textAt(body, "error.message");
  if (code === undefined && message === undefined) return undefined;
  return {
    type: textAt(body, "error.type"),
    code: code === undefined ? undefined : String(code),
    message: message ?? `Error ${code}`,
  };
}
