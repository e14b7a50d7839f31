import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";

/** `{ message, errors: { "order.items[0].amount": [text] } }` (npm @pagarme/pagarme-nodejs-sdk 7.0.2); a code is not given. */
export function readPagarmeError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "message");
  if (message === undefined) return undefined;
  const errors = valueAt(body, "errors");
  const [field, texts] =
    typeof errors === "object" && errors !== null && !Array.isArray(errors)
      ? (Object.entries(errors)[0] ?? [])
      : [];
  const [detail] = Array.isArray(texts) ? texts : [];
  return { code: field, message: typeof detail === "string" ? `${message} ${detail}` : message };
}
