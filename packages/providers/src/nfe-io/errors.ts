import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { numberAt, textAt } from "../json/native-json.ts";

/** `{ errors: [{ code, message }] }` of the product invoices, `{ message }` of the service invoices (openapi/spec). */
export function readNfeIoError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = numberAt(body, "errors.0.code");
  const message = textAt(body, "errors.0.message") ?? textAt(body, "message");
  return message === undefined ? undefined : { code: code === undefined ? undefined : String(code), message };
}
