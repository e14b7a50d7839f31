import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ message, status, code, path, location, errors }` (npm facturapi 5.1.0); what SAT says stands in the message. */
export function readFacturapiError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "message");
  return message === undefined ? undefined : { code: textAt(body, "code"), message };
}
