import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ message, error, status, cause: [{ code, description }] }` (npm mercadopago, utils/errors). */
export function readMercadoPagoError(_status: number, body: Json | undefined): NativeError | undefined {
  const type = textAt(body, "error");
  const code = textAt(body, "cause.0.code") ?? type;
  const message = textAt(body, "cause.0.description") ?? textAt(body, "message");
  return message === undefined && code === undefined
    ? undefined
    : { type, code, message: message ?? code ?? "" };
}
