import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of a text's UTF-8 in hex. In the same step, where WebCrypto would make every request wait for a thread. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

/** Short ASCII, which is nearly everything here, is copied faster than an encoder is called. */
function utf8(text: string): Uint8Array {
  if (text.length > 512) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return new TextEncoder().encode(text);
    bytes[index] = code;
  }
  return bytes;
}
