import { fromBase64 } from "../../platform/base64.ts";

/** The master keys that wrap each organisation's data key. Older ones stay until everything is wrapped again. */
export interface Keyring {
  /** Id of the key that wraps from now on. */
  current: string;
  /** By id: 32 bytes in base64. */
  keys: Readonly<Record<string, string>>;
}

/** The bytes of a master key. Throws when the ring lacks it or it is not 256 bits. */
export function masterKey(keyring: Keyring, id: string): Uint8Array<ArrayBuffer> {
  const encoded = Object.hasOwn(keyring.keys, id) ? keyring.keys[id] : undefined;
  if (encoded === undefined) {
    throw new Error(`The keyring has no master key ${id}. Add it: credentials are still wrapped with it.`);
  }
  const bytes = fromBase64(encoded);
  if (bytes.length !== 32) throw new Error(`Master key ${id} has ${bytes.length} bytes; AES-256 takes 32.`);
  return bytes;
}
