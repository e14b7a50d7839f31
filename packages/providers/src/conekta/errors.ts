import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ type, object: "error", details: [{ code, param, message }] }` (conekta/openapi 2.3.0). */
export function readConektaError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "type");
  const message = textAt(body, "details.0.message");
  if (type === undefined && message === undefined) return undefined;
  return { type, code: textAt(body, "details.0.code") ?? type, message: message ?? type ?? "" };
}
