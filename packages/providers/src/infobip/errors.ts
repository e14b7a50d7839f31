import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ errorCode, description }` of version 3, `{ requestError: { serviceException: { messageId, text } } }` before (infobip-api-go-client). */
export function readInfobipError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = textAt(body, "errorCode") ?? textAt(body, "requestError.serviceException.messageId");
  const message = textAt(body, "description") ?? textAt(body, "requestError.serviceException.text");
  return code === undefined && message === undefined ? undefined : { code, message: message ?? code ?? "" };
}
