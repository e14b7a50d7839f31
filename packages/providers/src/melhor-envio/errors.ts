import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt, valueAt } from "../json/native-json.ts";

/** `{ message, errors: { field: [text] } }` for 422, `{ message }` for 401, `{ error }` for others (AstrotechLabs/melhorenvio-sdk). */
export function readMelhorEnvioError(_status: number, body: Json | undefined): NativeError | undefined {
  const errors = valueAt(body, "errors");
  const [field, texts] =
    typeof errors === "object" && errors !== null && !Array.isArray(errors)
      ? (Object.entries(errors)[0] ?? [])
      : [];
  const detail = Array.isArray(texts) ? texts[0] : texts;
  const message = textAt(body, "message") ?? textAt(body, "error");
  const said = typeof detail === "string" ? detail : message;
  return said === undefined ? undefined : { code: field, message: said };
}
