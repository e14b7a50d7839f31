import type { JsonObject } from "@codespar/contract";
import { decodeBase64, encodeBase64 } from "@codespar/formats";
import { numberAt } from "../json/native-json.ts";
import { hmacSha256, isSameText } from "./hmac.ts";

const header = { alg: "HS256", typ: "JWT" };

/** A JSON Web Token under a shared key (RFC 7519, RFC 7515 with HS256). */
export async function signJwt(claims: JsonObject, key: string): Promise<string> {
  const content = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}`;
  return `${content}.${toBase64Url(await hmacSha256(key, content))}`;
}

/** The claims of a token under this key that has not expired; undefined for any other, and for one without an end. `now` is in milliseconds. */
export async function verifyJwt(token: string, key: string, now: number): Promise<JsonObject | undefined> {
  const [head = "", claims = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || numberAt(readJson(claims), "exp") === undefined) return undefined;
  if (readJson(head)?.alg !== header.alg) return undefined;
  const own = toBase64Url(await hmacSha256(key, `${head}.${claims}`));
  if (!isSameText(own, signature)) return undefined;
  const read = readJson(claims);
  const endsAt = numberAt(read, "exp") ?? 0;
  return endsAt * 1000 > now ? read : undefined;
}

function encodeText(text: string): string {
  return toBase64Url(new TextEncoder().encode(text));
}

function toBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function readJson(part: string): JsonObject | undefined {
  try {
    const standard = part.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = decodeBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, "="));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    // what JSON.parse gives is JSON
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}
