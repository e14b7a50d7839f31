import { encodeHex } from "@codespar/formats";

/** HMAC-SHA256 in hexadecimal digits. */
export async function hmacSha256Hex(secret: string, text: string): Promise<string> {
  return encodeHex(await hmacSha256(secret, text));
}

/** HMAC-SHA256. */
export function hmacSha256(secret: string, text: string): Promise<Uint8Array> {
  return hmac("SHA-256", secret, text);
}

/** HMAC-SHA512. */
export function hmacSha512(secret: string, text: string): Promise<Uint8Array> {
  return hmac("SHA-512", secret, text);
}

/** HMAC-SHA1, for providers that still sign with it. */
export function hmacSha1(secret: string, text: string): Promise<Uint8Array> {
  return hmac("SHA-1", secret, text);
}

async function hmac(hash: string, secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
}

/** Compares without revealing by its duration where the first difference is. */
export function isSameText(left: string, right: string): boolean {
  const encoder = new TextEncoder();
  const [a, b] = [encoder.encode(left), encoder.encode(right)];
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1)
    difference |= (a[index] ?? 0) ^ (b[index % Math.max(b.length, 1)] ?? 0);
  return difference === 0;
}
