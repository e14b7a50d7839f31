import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error_message }` (transbank-sdk 6.1.1); there are no codes. */
export function readTransbankError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "error_message");
  return message === undefined ? undefined : { message };
}
