import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ errors: [{ code, description }] }` (doc; recorded for 400). A 404 has an empty body or the same shape. */
export function readAsaasError(_status: number, body: Json | undefined): NativeError | undefined {
  const code = textAt(body, "errors.0.code");
  const message = textAt(body, "errors.0.description");
  return code === undefined && message === undefined ? undefined : { code, message: message ?? code ?? "" };
}
