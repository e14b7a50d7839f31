import { hashKey } from "../../platform/digests.ts";
import type { ApiKey } from "../../store/store.ts";

/** What a dashboard session may do. */
export interface DashboardSession {
  organisation: string;
  /** Null: all. */
  scopes: readonly string[] | null;
  /** How keys of this installation begin. */
  prefix: ApiKey["prefix"];
}

/**
 * The key of a dashboard session, as the store would have it. It is in no store, so its use counts as recorded, and its
 * requests are limited apart from the organisation's.
 */
export function dashboardKey(text: string, session: DashboardSession, now: number): ApiKey {
  const hash = hashKey(text);
  return {
    id: `dashboard ${hash.slice(0, 16)}`,
    organisation: session.organisation,
    hash,
    name: "Dashboard",
    prefix: session.prefix,
    last4: text.slice(-4),
    scopes: session.scopes,
    createdAt: now,
    lastUsedAt: now,
    previousHash: null,
    previousExpiresAt: null,
    expiresAt: null,
    revokedAt: null,
    bucket: `dashboard ${hash}`,
  };
}
