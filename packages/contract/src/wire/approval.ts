import type { JsonObject } from "./json.ts";
import type { Currency } from "./money.ts";
import type { Risk } from "./risk.ts";
import type { Metadata } from "./session.ts";

/** `used`: the approved call was made; an approval is good for one. */
export type ApprovalStatus = "pending" | "approved" | "denied" | "expired" | "used";

/** A call that waits for a human. Bound to these very arguments. */
export interface Approval {
  id: string;
  status: ApprovalStatus;
  tool: string;
  risk: Risk;
  /** What would be called; null once erased by retention. */
  arguments: JsonObject | null;
  /** Minor units; null when the call moves no money. */
  amount: number | null;
  currency: Currency | null;
  session_id: string;
  metadata: Metadata;
  user_id: string | null;
  idempotency_key: string;
  created_at: string;
  expires_at: string;
  decided_at: string | null;
  /** Who approved or denied, in the caller's words. */
  decided_by: string | null;
  reason: string | null;
}

/** `POST /v1/approvals/:id/approve` and `/deny`. */
export interface ApprovalDecisionRequest {
  by: string;
  reason?: string | undefined;
}

/** Response to `POST /v1/approvals/:id/link`. */
export interface ApprovalLink {
  /** Whoever opens it can decide on this one call, once; it is shown in this response alone. */
  url: string;
  /** The approval's own end. */
  expires_at: string;
}

/** Query of `GET /v1/approvals`. */
export interface ListApprovalsQuery {
  status?: ApprovalStatus | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}
