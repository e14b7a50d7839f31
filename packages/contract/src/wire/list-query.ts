import type { Currency } from "./money.ts";
import type { SessionStatus } from "./session.ts";
import type { ToolCallStatus } from "./tool-call.ts";

/** Query that every cursor list takes. */
export interface PageQuery {
  /** 1 to 100. @default 20 */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}

/** Query of `GET /v1/sessions`. */
export interface ListSessionsQuery extends PageQuery {
  status?: SessionStatus | undefined;
}

/** Query of `GET /v1/sessions/:id/tools`. */
export interface ListToolsQuery {
  server?: string | undefined;
  /** Searches names and descriptions. */
  q?: string | undefined;
  kind?: "meta" | "native" | undefined;
}

/** Query of `GET /v1/tool-calls`. `metadata` is sent as `metadata[key]=value`. */
export interface ListToolCallsQuery extends PageQuery {
  session_id?: string | undefined;
  tool?: string | undefined;
  /** Whose tool it is: `codespar` for meta-tools. */
  server?: string | undefined;
  /** Who handled it, also after a fallback. */
  provider?: string | undefined;
  user_id?: string | undefined;
  status?: ToolCallStatus | undefined;
  billed?: boolean | undefined;
  currency?: Currency | undefined;
  /** Exactly this many minor units. */
  amount?: number | undefined;
  metadata?: Record<string, string> | undefined;
  idempotency_key?: string | undefined;
  /** RFC 3339; that moment included. */
  since?: string | undefined;
  /** RFC 3339; that moment excluded. */
  until?: string | undefined;
}
