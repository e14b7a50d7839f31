import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { numberAt, textAt } from "../json/native-json.ts";

/** `{ code, message, more_info, status }` (twilio/twilio-oai; npm twilio 6.3.1 RestException); `code` is a number. */
export function readTwilioError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = numberAt(body, "code");
  const message = textAt(body, "message");
  if (code === undefined && message === undefined) return undefined;
  return { code: code === undefined ? undefined : String(code), message: message ?? `Error ${code}` };
}
