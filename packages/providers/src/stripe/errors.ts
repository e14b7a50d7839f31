import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error: { type, code, decline_code, message, param } }`. A declined card's own code is its `decline_code`. */
export function readStripeError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "error.type");
  const code = textAt(body, "error.decline_code") ?? textAt(body, "error.code");
  const message = textAt(body, "error.message");
  return type === undefined ? undefined : { type, code, message: message ?? code ?? type };
}
