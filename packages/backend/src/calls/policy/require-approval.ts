import type { BackendContext } from "../../context.ts";
import { eventJobs } from "../../events/create-deliveries.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { StoredEvent } from "../../store/operation.ts";
import type { ApprovalRecord } from "../../store/record.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ParsedCall } from "../parsed-call.ts";

/** For how long an approval can be given and used. */
const approvalMs = 3_600_000;
/** Calls of one session that may wait for an approval. */
const mostPending = 50;
/** Characters of the arguments of a call that waits: they are kept until somebody decides. */
const longestArguments = 64_000;
/** For how long a denial stands: as long as the key. */
const denialMs = 24 * 3_600_000;

export interface ApprovalRequest {
  session: SessionRecord;
  call: ParsedCall;
  /** The idempotency key. */
  key: string;
  fingerprint: string;
}

/**
 * The approval that this call may use up. Without one: asks for it, and throws what makes the caller wait for a human,
 * or that the human has said no.
 */
export async function requireApproval(
  context: BackendContext,
  request: ApprovalRequest,
): Promise<Pick<ApprovalRecord, "id" | "version">> {
  const { store, clock } = context;
  const { session, key, fingerprint } = request;
  const name = `${key} ${fingerprint}`;
  for (;;) {
    const record = await store.readRecordByName("approval", session.organisation, name);
    if (record === undefined) {
      const asked = newApproval(context, request, name);
      await checkRoom(context, asked);
      if (await store.insertRecord("approval", asked)) {
        await emitRequest(context, asked);
        throw approvalRequired(asked);
      }
      continue;
    }
    const now = clock.now();
    const isOpen = now < record.expiresAt;
    if (record.status === "denied" && now < record.createdAt + denialMs) throw wasDenied(record);
    if (record.status === "pending" && isOpen) throw approvalRequired(record);
    if (isOpen && (await isUsable(context, record))) return record;
    // run out, or used by a call whose key has run out: it frees its place
    await store.replaceRecord("approval", { ...record, name: null });
  }
}

/** Tells those who are to decide. */
async function emitRequest(context: BackendContext, asked: ApprovalRecord): Promise<void> {
  const { store, clock, ids, wake } = context;
  const { id, organisation, sessionId, metadata, tool, risk, amount, currency, expiresAt } = asked;
  const event: StoredEvent = {
    id: ids.next("evt"),
    organisation,
    type: "approval.requested",
    createdAt: clock.now(),
    sessionId,
    toolCallId: null,
    metadata,
    data: JSON.stringify({
      approval_id: id,
      tool,
      risk,
      amount,
      currency,
      expires_at: timestamp(expiresAt),
    }),
  };
  await store.appendEvent(event, await eventJobs(context, event, null));
  wake();
}

/** Refuses more waiting calls than the store should hold. */
async function checkRoom({ store, clock }: BackendContext, asked: ApprovalRecord): Promise<void> {
  const { organisation, group, tool } = asked;
  if ((asked.arguments?.length ?? 0) > longestArguments)
    throw denied(
      `${tool} has to be approved, and its arguments are longer than ${longestArguments} characters. Send less.`,
    );
  const { rows } = await store.listRecords(
    "approval",
    organisation,
    { group: group ?? "" },
    { limit: mostPending },
  );
  const now = clock.now();
  const isFull =
    rows.length === mostPending &&
    rows.every(({ status, expiresAt }) => status === "pending" && now < expiresAt);
  if (isFull)
    throw denied(
      `${mostPending} calls of this session wait for an approval. Decide on them first, or use fewer.`,
    );
}

/** Approved and not used, or used by a call that did not happen. */
async function isUsable({ store }: BackendContext, record: ApprovalRecord): Promise<boolean> {
  if (record.status === "approved") return true;
  if (record.status !== "used" || record.operationId === null) return false;
  const operation = await store.readOperation(record.organisation, record.operationId);
  return operation?.state === "failed";
}

function newApproval(
  { clock, ids }: BackendContext,
  { session, call, key, fingerprint }: ApprovalRequest,
  name: string,
): ApprovalRecord {
  const now = clock.now();
  return {
    id: ids.next("apr"),
    organisation: session.organisation,
    name,
    group: session.id,
    version: 1,
    status: "pending",
    fingerprint,
    key,
    tool: call.name,
    risk: call.risk,
    arguments: JSON.stringify(call.arguments),
    amount: call.amount,
    currency: call.currency,
    sessionId: session.id,
    metadata: session.metadata,
    userId: session.userId,
    createdAt: now,
    expiresAt: now + approvalMs,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    operationId: null,
  };
}

function approvalRequired({ id, tool, expiresAt }: ApprovalRecord) {
  return apiError(
    "approval_required",
    `A human has to approve this ${tool} first. Once approval ${id} is given, repeat the call with the same idempotency key.`,
    { approval_id: id, expires_at: timestamp(expiresAt) },
  );
}

function denied(message: string) {
  return apiError("policy_denied", message, { rule: "require_approval" });
}

function wasDenied({ id, tool, decidedBy, reason }: ApprovalRecord) {
  const why = reason === null ? "" : ` Reason: ${reason}`;
  return apiError(
    "policy_denied",
    `${decidedBy} denied this ${tool} (approval ${id}). It was not made.${why}`,
    {
      rule: "require_approval",
    },
  );
}
