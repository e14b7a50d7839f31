import type {
  Approval,
  ApprovalDecisionRequest,
  ApprovalStatus,
  ListApprovalsQuery,
} from "@codespar/contract";
import { failure } from "../api-failure.ts";
import { timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import type { ApprovalRecord } from "../store/record.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

/** Records looked through at a time for those of a status. */
const batch = 100;

export async function listApprovals({
  services,
  caller,
  query,
}: RouteContext<unknown, ListApprovalsQuery>): Promise<BackendAnswer> {
  const { status, limit = 20 } = query;
  const now = services.clock.now();
  const data: Approval[] = [];
  let { cursor } = query;
  for (;;) {
    const { rows, next } = await services.store.listRecords(
      "approval",
      caller.organisation.id,
      {},
      { limit: status === undefined ? limit : batch, cursor },
    );
    for (const [index, record] of rows.entries()) {
      if (status !== undefined && statusOf(record, now) !== status) continue;
      data.push(describeApproval(record, now));
      const isMore = index < rows.length - 1 || next !== null;
      if (data.length === limit) return jsonAnswer(200, { data, next_cursor: isMore ? record.id : null });
    }
    if (next === null) return jsonAnswer(200, { data, next_cursor: null });
    cursor = next;
  }
}

export async function getApproval(context: RouteContext): Promise<BackendAnswer> {
  return jsonAnswer(200, describeApproval(await readApproval(context), context.services.clock.now()));
}

export function approve(context: RouteContext<ApprovalDecisionRequest>): Promise<BackendAnswer> {
  return decide(context, "approved");
}

export function deny(context: RouteContext<ApprovalDecisionRequest>): Promise<BackendAnswer> {
  return decide(context, "denied");
}

/** The first decision stands; the same one again is answered as it is. */
async function decide(
  context: RouteContext<ApprovalDecisionRequest>,
  decision: "approved" | "denied",
): Promise<BackendAnswer> {
  const { services, body } = context;
  for (;;) {
    const record = await readApproval(context);
    const now = services.clock.now();
    const status = statusOf(record, now);
    if (status === decision) return jsonAnswer(200, describeApproval(record, now));
    if (status !== "pending") throw decidedAlready(record, status);
    const decided: ApprovalRecord = {
      ...record,
      status: decision,
      decidedAt: now,
      decidedBy: body.by,
      reason: body.reason ?? null,
    };
    if (await services.store.replaceRecord("approval", decided))
      return jsonAnswer(200, describeApproval(decided, now));
  }
}

async function readApproval({
  services,
  caller,
  id,
}: Pick<RouteContext, "caller" | "id" | "services">): Promise<ApprovalRecord> {
  const record = await services.store.readRecord("approval", caller.organisation.id, id);
  if (record !== undefined) return record;
  throw failure(
    "not_found",
    `There is no approval ${JSON.stringify(id.slice(0, 60))}. List them with approvals.list().`,
    { suggestions: [] },
  );
}

function decidedAlready({ id }: ApprovalRecord, status: ApprovalStatus) {
  const message = `Approval ${id} is ${status}, so it cannot be decided any more. Repeat the call to ask for a new one.`;
  return failure("invalid_request", message, { issues: [{ path: "id", message }] });
}

/** What runs out by itself is derived, so that nothing has to fire. */
function statusOf({ status, expiresAt }: ApprovalRecord, now: number): ApprovalStatus {
  return (status === "pending" || status === "approved") && expiresAt <= now ? "expired" : status;
}

/** An approval as the wire has it. */
function describeApproval(record: ApprovalRecord, now: number): Approval {
  return {
    id: record.id,
    status: statusOf(record, now),
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
