import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** `{ status: "ERROR", status_code, status_message }`, mostly with the HTTP status of a success (docs.ebanx.com, API error codes). */
export function readEbanxError(_status: number, body: Json | undefined): NativeError | undefined {
  if (textAt(body, "status") !== "ERROR") return undefined;
  const code = textAt(body, "status_code");
  return { code, message: textAt(body, "status_message") ?? code ?? "" };
}
