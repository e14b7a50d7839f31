import type { Id } from "./ids.ts";
import type { Policy } from "./policy.ts";

/** A session is used until it is closed or has been idle for 30 minutes. */
export type SessionStatus = "active" | "closed" | "expired";

/** Idle minutes after which a session expires. */
export const sessionIdleMinutes = 30;

export interface SessionServer {
  id: string;
  name: string;
  /** `needs_connection`: the server wants credentials that the organisation has not stored. */
  status: "connected" | "failed" | "needs_connection";
}

/** Up to 50 string pairs; keys up to 40 characters, values up to 500. Forwarded to every tool call, event and usage row. */
export type Metadata = Record<string, string>;

/** A scoped, authenticated connection to one or more servers. */
export interface Session {
  id: Id<"ses">;
  status: SessionStatus;
  servers: SessionServer[];
  metadata: Metadata;
  user_id: string | null;
  policy?: Policy | undefined;
  /** Present when the session was created with it. */
  shared_account_tools?: true | undefined;
  /** Tool calls made through this session so far. */
  tool_calls: number;
  created_at: string;
  /** Moves with every use. */
  expires_at: string;
}

/** `POST /v1/sessions`: `servers` or `preset`, at least one of the two. */
export interface CreateSessionRequest {
  servers?: string[] | undefined;
  preset?: string | undefined;
  metadata?: Metadata | undefined;
  user_id?: string | undefined;
  policy?: Policy | undefined;
  /**
   * For a session with `metadata.tenant_id` whose tenant has no connection of its own: also the native tools, which on the
   * organisation's account reach what belongs to other tenants. @default false
   */
  shared_account_tools?: boolean | undefined;
}
