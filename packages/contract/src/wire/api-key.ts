export const scopes = [
  "sessions:write",
  "sessions:read",
  "tools:execute",
  "tool_calls:resolve",
  "servers:read",
  "usage:read",
  "billing:read",
  "billing:write",
  "keys:write",
  "triggers:write",
  "triggers:read",
  "connections:write",
  "connections:read",
  "approvals:read",
  "approvals:write",
  "fiscal_profiles:read",
  "fiscal_profiles:write",
] as const;

/** What a key may do. A key without scopes has all of them, but not cross-organisation access. */
export type Scope = (typeof scopes)[number];

/** Production, sandbox, and server-to-server keys. */
export type ApiKeyPrefix = "csk_live_" | "csk_test_" | "cssk_internal_";

export const apiKeyPrefixes = ["csk_live_", "csk_test_", "cssk_internal_"] as const satisfies ApiKeyPrefix[];

/** An API key as it is listed: never whole, only its prefix and last four characters. */
export interface ApiKey {
  id: string;
  name: string;
  prefix: ApiKeyPrefix;
  last4: string;
  /** Empty: all scopes. */
  scopes: Scope[];
  status: "active" | "revoked";
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  /** Until when the key that was rotated away still works; null when there is none. */
  previous_key_expires_at: string | null;
}

/** Response to making or rotating a key: the only time that it is shown whole. */
export interface ApiKeyWithSecret extends ApiKey {
  key: string;
}

/** `POST /v1/api-keys`. */
export interface CreateApiKeyRequest {
  /** @default "API key" */
  name?: string | undefined;
  /** @default all scopes of the key that asks */
  scopes?: Scope[] | undefined;
}

/** `POST /v1/api-keys/:id/rotate`. */
export interface RotateApiKeyRequest {
  /** Seconds for which the old key goes on working, 0 to 2,592,000 (30 days). @default 86400 */
  grace_period_seconds?: number | undefined;
}
