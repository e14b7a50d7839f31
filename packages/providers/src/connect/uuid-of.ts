import { encodeHex } from "@codespar/formats";

/** A UUID (RFC 9562, version 8) that follows from a text: the same text has the same one. */
export async function uuidOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = new DataView(digest, 0, 16);
  bytes.setUint8(6, (bytes.getUint8(6) & 0x0f) | 0x80);
  bytes.setUint8(8, (bytes.getUint8(8) & 0x3f) | 0x80);
  const hex = encodeHex(new Uint8Array(digest, 0, 16));
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
