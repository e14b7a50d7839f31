import { type ApiKey, hashKey } from "@codespar/backend";

/** What is known of a key. */
export interface KeyIdentity {
  organisation: string;
  /** Null: all. */
  scopes: readonly string[] | null;
}

/** A key that is in no store: what the backend has to know of a session of the dashboard. */
export function sessionKey(text: string, { organisation, scopes }: KeyIdentity, now: number): ApiKey {
  const hash = hashKey(text);
  return {
    id: `dashboard ${hash.slice(0, 16)}`,
    organisation,
    hash,
    name: "Dashboard",
    prefix: "csk_test_",
    last4: text.slice(-4),
    scopes,
    createdAt: now,
    // noted already: there is no row to write it to
    lastUsedAt: now,
    previousHash: null,
    previousExpiresAt: null,
    expiresAt: null,
    revokedAt: null,
    bucket: `dashboard ${hash}`,
  };
}
