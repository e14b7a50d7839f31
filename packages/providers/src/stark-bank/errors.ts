import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ errors: [{ code, message }] }` (npm starkbank 2.42.0, InputErrors). */
export function readStarkBankError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = textAt(body, "errors.0.code");
  const message = textAt(body, "errors.0.message");
  return code === undefined && message === undefined ? undefined : { code, message: message ?? code ?? "" };
}
