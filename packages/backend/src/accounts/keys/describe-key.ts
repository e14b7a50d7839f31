import type { ApiKey as WireApiKey } from "@codespar/contract";
import { timestamp } from "../../platform/time.ts";
import type { ApiKey } from "../../store/store.ts";
import { isScope } from "./authenticate.ts";

/** A key as it is listed: never whole. */
export function describeKey(key: ApiKey, now: number): WireApiKey {
  const orNull = (at: number | null) => (at === null ? null : timestamp(at));
  const overlaps = key.previousExpiresAt !== null && key.previousExpiresAt > now && key.revokedAt === null;
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    last4: key.last4,
    scopes: (key.scopes ?? []).filter(isScope),
    status: key.revokedAt === null ? "active" : "revoked",
    created_at: timestamp(key.createdAt),
    last_used_at: orNull(key.lastUsedAt),
    revoked_at: orNull(key.revokedAt),
    previous_key_expires_at: overlaps ? orNull(key.previousExpiresAt) : null,
  };
}
