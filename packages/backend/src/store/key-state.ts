import { equalInConstantTime } from "../platform/digests.ts";
import type { ApiKey } from "./store.ts";

/** Whether a key that was found by this hash works: it is the key itself, or the one that it replaced while both work. */
export function isKeyUsable(key: ApiKey, hash: string, now: number): boolean {
  const isCurrent = equalInConstantTime(hash, key.hash);
  const isPrevious = equalInConstantTime(hash, key.previousHash ?? "") && (key.previousExpiresAt ?? 0) > now;
  const isExpired = key.expiresAt !== null && key.expiresAt <= now;
  return (isCurrent || isPrevious) && key.revokedAt === null && !isExpired;
}
