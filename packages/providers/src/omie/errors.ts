import type { Json } from "@codespar/contract";
import type { NativeError } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";

/** The type of a fault that says that there is a record under a code which is an operation's id: an earlier request has arrived. */
export const OUR_CODE = "our_code";

/** `{ faultstring: "ERROR: …", faultcode: "SOAP-ENV:Client-102" }`, with HTTP 500 whatever it is about. */
export function readOmieError(_status: number, body: Json | undefined): NativeError | undefined {
  const message = textAt(body, "faultstring");
  const code = textAt(body, "faultcode");
  if (message === undefined && code === undefined) return undefined;
  const isOurs = /\btc[0-9a-z]{26}\d{0,2}\b/.test(message ?? "");
  return { ...(isOurs ? { type: OUR_CODE } : {}), code, message: message ?? code ?? "" };
}
