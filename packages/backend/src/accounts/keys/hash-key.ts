import { sha256Hex } from "../../platform/sha256-hex.ts";

/**
 * What is stored of an API key: SHA-256 in hex. Keys are random and long, so no salt or stretching is needed, and looking
 * a hash up by equality reveals nothing about the key by its timing.
 */
export function hashKey(key: string): string {
  return sha256Hex(key);
}
