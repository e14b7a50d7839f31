import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ error: { code, message, errors: [{ message }] } }`; no schema of the specification says so, so it is unverified. */
export function readNuvemFiscalError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "error.message");
  if (message === undefined) return undefined;
  const detail = textAt(body, "error.errors.0.message");
  return {
    code: textAt(body, "error.code"),
    message: detail === undefined || detail === message ? message : `${message} ${detail}`,
  };
}
