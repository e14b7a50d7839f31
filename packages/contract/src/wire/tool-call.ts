import type { JsonObject } from "./json.ts";
import type { Currency } from "./money.ts";
import type { Metadata } from "./session.ts";
import type { ToolError, ToolResult } from "./tool-result.ts";

/**
 * - `queued` accepted by `send`, not started
 * - `running` started, no outcome yet
 * - `succeeded` done
 * - `refused` the provider said no for a business reason; it is billed
 * - `failed` did not happen; it is not billed
 * - `unknown` a provider may or may not have done it; ask again with the same key or `reconcile`
 */
export type ToolCallStatus = "queued" | "running" | "succeeded" | "refused" | "failed" | "unknown";

/** One provider that the router tried for a call. */
export interface ToolCallAttempt {
  provider: string;
  outcome: "succeeded" | "refused" | "unavailable" | "unknown" | "pending";
  /** Why it was no success, such as `down`, `no_answer`, or `internal_error` for a mistake of CodeSpar's own. */
  reason?: string | undefined;
  at: string;
}

/** A row of the tool-call log. It holds neither arguments nor results. */
export interface ToolCall {
  id: string;
  tool: string;
  server: string;
  provider: string | null;
  session_id: string;
  metadata: Metadata;
  user_id: string | null;
  status: ToolCallStatus;
  idempotency_key: string;
  /** Minor units; null when the call moves no money. */
  amount: number | null;
  currency: Currency | null;
  attempts: ToolCallAttempt[];
  error: ToolError | null;
  billed: boolean;
  called_at: string;
  completed_at: string | null;
  /** Milliseconds; null until completed. */
  duration_ms: number | null;
}

/** One call read by its id: the row, and its arguments and result for as long as they are kept (24 hours). */
export interface ToolCallDetail extends ToolCall {
  /** What was called; null once erased. */
  arguments: JsonObject | null;
  /** Null while the call runs, when it failed, and after the result was erased. */
  result: ToolResult | null;
  /** How a person ended the doubt about the call; absent when nobody did. */
  resolution?: ToolCallResolution | undefined;
}

/** What a person found out about a call whose provider never reported it. */
export interface ToolCallResolution {
  outcome: "succeeded" | "failed";
  by: string;
  evidence: string;
  resolved_at: string;
}

/** `POST /v1/sessions/:id/execute` and `/send`. */
export interface ToolCallRequest {
  name: string;
  arguments: Record<string, unknown>;
}

/** The 202 response of `send`. */
export interface QueuedToolCall {
  tool_call_id: string;
  tool: string;
  status: "queued";
  queued_at: string;
}

/** `POST /v1/tool-calls/:id/resolve`. */
export interface ResolveToolCallRequest {
  /** `succeeded`: the provider did it. `failed`: it did not, and the key is free again. */
  outcome: "succeeded" | "failed";
  /** Who says so, up to 200 characters. */
  by: string;
  /** How that is known, such as the provider's own id of the payment, up to 2,000 characters. */
  evidence: string;
}

/** `POST /v1/tool-calls/reconcile`. */
export interface ReconcileRequest {
  idempotency_key: string;
}
