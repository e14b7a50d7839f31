import type { ApiKeyPrefix } from "@codespar/contract";
import type { RandomBytes } from "../../ports/random-bytes.ts";

/** The platform's cryptographic source. */
export const secureRandomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

// letters and digits alone, so that a double click marks the whole key
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Bytes from here on would make the first characters likelier than the last. */
const unbiased = 256 - (256 % alphabet.length);

/** Random letters and digits; 32 of them hold 190 bits. */
export function randomSecret(randomBytes: RandomBytes, length = 32): string {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < unbiased && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}

/** A new API key. */
export function generateKey(randomBytes: RandomBytes, prefix: ApiKeyPrefix): string {
  return prefix + randomSecret(randomBytes);
}
