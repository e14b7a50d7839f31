import type { Approval, ApprovalDecisionRequest, ApprovalStatus } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { ApprovalRecord } from "../../store/record.ts";

export interface ApprovalDecision extends ApprovalDecisionRequest {
  decision: "approved" | "denied";
}

/** The first decision stands; the same one again returns the approval as it is. `read` gets it as it is now. */
export async function decideApproval(
  { store, clock }: Pick<BackendContext, "clock" | "store">,
  read: () => Promise<ApprovalRecord>,
  { decision, by, reason }: ApprovalDecision,
): Promise<Approval> {
  for (;;) {
    const record = await read();
    const now = clock.now();
    const status = readStatus(record, now);
    if (status === decision) return describeApproval(record, now);
    if (status !== "pending") throw decidedAlready(record, status);
    const decided: ApprovalRecord = {
      ...record,
      status: decision,
      decidedAt: now,
      decidedBy: by,
      reason: reason ?? null,
    };
    if (await store.replaceRecord("approval", decided)) return describeApproval(decided, now);
  }
}

export function decidedAlready({ id }: Pick<ApprovalRecord, "id">, status: ApprovalStatus) {
  const message = `Approval ${id} is ${status}, so it cannot be decided any more. Repeat the call to ask for a new one.`;
  return apiError("invalid_request", message, { issues: [{ path: "id", message }] });
}

/** What runs out by itself is derived, so that nothing has to fire. */
export function readStatus({ status, expiresAt }: ApprovalRecord, now: number): ApprovalStatus {
  return (status === "pending" || status === "approved") && expiresAt <= now ? "expired" : status;
}

/** An approval as the wire has it. */
export function describeApproval(record: ApprovalRecord, now: number): Approval {
  return {
    id: record.id,
    status: readStatus(record, now),
    tool: record.tool,
    risk: record.risk,
    arguments: record.arguments === null ? null : JSON.parse(record.arguments),
    amount: record.amount,
    currency: record.currency,
    session_id: record.sessionId,
    metadata: record.metadata,
    user_id: record.userId,
    idempotency_key: record.key,
    created_at: timestamp(record.createdAt),
    expires_at: timestamp(record.expiresAt),
    decided_at: record.decidedAt === null ? null : timestamp(record.decidedAt),
    decided_by: record.decidedBy,
    reason: record.reason,
  };
}
