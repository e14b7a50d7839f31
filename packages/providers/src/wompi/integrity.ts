import type { Json, JsonObject } from "@codespar/contract";
import { encodeHex } from "@codespar/formats";
import { textAt, valueAt } from "../json/native-json.ts";

/** SHA-256 of a text in hexadecimal digits. */
async function sha256Hex(text: string): Promise<string> {
  return encodeHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

/**
 * The integrity signature of a transaction: SHA-256 of reference, centavos, currency, expiry where there is one, and the secret
 * (docs.wompi.co, firma de integridad).
 */
export function signTransaction(args: JsonObject, secret: string): Promise<string> {
  const fields = ["reference", "amount_in_cents", "currency", "expiration_time"];
  return sha256Hex(`${fields.map((field) => textAt(args, field) ?? "").join("")}${secret}`);
}

/** What the checksum of an event is over: the values that it names, its time, and the secret. */
export function sumEvent(event: Json, secret: string): Promise<string> {
  const properties = valueAt(event, "signature.properties");
  const values = (Array.isArray(properties) ? properties : []).map((path) =>
    typeof path === "string" ? (textAt(event, `data.${path}`) ?? "") : "",
  );
  return sha256Hex(`${values.join("")}${textAt(event, "timestamp") ?? ""}${secret}`);
}
