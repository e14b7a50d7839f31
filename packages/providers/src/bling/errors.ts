import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error: { type, message, description, fields: [{ code, msg, element }] } }` (bling-erp-api 5.8.1). */
export function readBlingError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "error.type");
  const message = textAt(body, "error.message");
  if (type === undefined && message === undefined) return undefined;
  const detail = textAt(body, "error.fields.0.msg") ?? textAt(body, "error.description");
  return { code: type, message: [message ?? type, detail].filter((part) => part !== undefined).join(": ") };
}
