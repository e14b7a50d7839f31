import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { decrypt, encrypt } from "../../accounts/vault/encrypt.ts";

/**
 * Encrypts a response that holds a secret with a key made from the caller's API key. Of that only a hash is stored, so
 * what is stored cannot be read from the store alone.
 */
export function encryptResponse(body: string, apiKey: string, context: string): Promise<string> {
  return encrypt(keyFrom(apiKey), new TextEncoder().encode(body), context);
}

/** The response again; undefined with another API key than the one that it was made for. */
export async function decryptResponse(
  encrypted: string,
  apiKey: string,
  context: string,
): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await decrypt(keyFrom(apiKey), encrypted, context));
  } catch {
    return undefined;
  }
}

/** HKDF (RFC 5869); its own info keeps the key apart from the hash by which API keys are found. */
function keyFrom(apiKey: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    hkdf(sha256, utf8ToBytes(apiKey), undefined, utf8ToBytes("codespar stored answer"), 32),
  );
}
