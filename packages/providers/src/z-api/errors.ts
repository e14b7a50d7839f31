import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error, message }` (developer.z-api.io); either may be missing, and neither is a code. */
export function readZApiError(_status: number, body: Json | undefined): NativeError | undefined {
  const error = textAt(body, "error");
  const message = textAt(body, "message") ?? error;
  return message === undefined ? undefined : { code: error, message };
}
