import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ errors: [{ message, field, help }] }` (twilio/sendgrid-oai); the field stands for a code. */
export function readSendgridError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "errors.0.message");
  return message === undefined ? undefined : { code: textAt(body, "errors.0.field"), message };
}
