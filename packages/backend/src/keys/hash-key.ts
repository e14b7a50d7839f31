import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What is kept of an API key: SHA-256 in hex. Keys are random and long, so no salt or stretching is needed, and looking
 * a hash up by equality tells nothing of the key by its timing.
 */
export function hashKey(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)));
}
