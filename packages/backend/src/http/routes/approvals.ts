import type {
  Approval,
  ApprovalDecisionRequest,
  ApprovalStatus,
  ListApprovalsQuery,
} from "@codespar/contract";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/dates.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { ApprovalRecord } from "../../store/record.ts";
import { jsonResponse } from "../json-response.ts";
import type { RouteInput } from "./route.ts";

/** Records looked through at a time for those of a status. */
const batch = 100;

export async function listApprovals({
  context,
  caller,
  query,
}: RouteInput<unknown, ListApprovalsQuery>): Promise<BackendResponse> {
  const { status, limit = 20 } = query;
  const now = context.clock.now();
  const data: Approval[] = [];
  let { cursor } = query;
  for (;;) {
    const { rows, next } = await context.store.listRecords(
      "approval",
      caller.organisation.id,
      {},
      { limit: status === undefined ? limit : batch, cursor },
    );
    for (const [index, record] of rows.entries()) {
      if (status !== undefined && toStatus(record, now) !== status) continue;
      data.push(describeApproval(record, now));
      const isMore = index < rows.length - 1 || next !== null;
      if (data.length === limit) return jsonResponse(200, { data, next_cursor: isMore ? record.id : null });
    }
    if (next === null) return jsonResponse(200, { data, next_cursor: null });
    cursor = next;
  }
}

export async function getApproval(input: RouteInput): Promise<BackendResponse> {
  return jsonResponse(200, describeApproval(await readApproval(input), input.context.clock.now()));
}

export function approve(input: RouteInput<ApprovalDecisionRequest>): Promise<BackendResponse> {
  return decide(input, "approved");
}

export function deny(input: RouteInput<ApprovalDecisionRequest>): Promise<BackendResponse> {
  return decide(input, "denied");
}

/** The first decision stands; the same one again is returned as it is. */
async function decide(
  input: RouteInput<ApprovalDecisionRequest>,
  decision: "approved" | "denied",
): Promise<BackendResponse> {
  const { context, body } = input;
  for (;;) {
    const record = await readApproval(input);
    const now = context.clock.now();
    const status = toStatus(record, now);
    if (status === decision) return jsonResponse(200, describeApproval(record, now));
    if (status !== "pending") throw decidedAlready(record, status);
    const decided: ApprovalRecord = {
      ...record,
      status: decision,
      decidedAt: now,
      decidedBy: body.by,
      reason: body.reason ?? null,
    };
    if (await context.store.replaceRecord("approval", decided))
      return jsonResponse(200, describeApproval(decided, now));
  }
}

async function readApproval({
  context,
  caller,
  id,
}: Pick<RouteInput, "caller" | "id" | "context">): Promise<ApprovalRecord> {
  const record = await context.store.readRecord("approval", caller.organisation.id, id);
  if (record !== undefined) return record;
  throw apiError(
    "not_found",
    `There is no approval ${JSON.stringify(id.slice(0, 60))}. List them with approvals.list().`,
    { suggestions: [] },
  );
}

function decidedAlready({ id }: ApprovalRecord, status: ApprovalStatus) {
  const message = `Approval ${id} is ${status}, so it cannot be decided any more. Repeat the call to ask for a new one.`;
  return apiError("invalid_request", message, { issues: [{ path: "id", message }] });
}

/** What runs out by itself is derived, so that nothing has to fire. */
function toStatus({ status, expiresAt }: ApprovalRecord, now: number): ApprovalStatus {
  return (status === "pending" || status === "approved") && expiresAt <= now ? "expired" : status;
}

/** An approval as the wire has it. */
function describeApproval(record: ApprovalRecord, now: number): Approval {
  return {
    id: record.id,
    status: toStatus(record, now),
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
