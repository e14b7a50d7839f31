import type { Approval, ApprovalDecisionRequest, ApprovalLink, ListApprovalsQuery } from "@codespar/contract";
import { createApprovalLink } from "../../calls/policy/approval-links.ts";
import {
  type ApprovalDecision,
  decideApproval,
  describeApproval,
  readStatus,
} from "../../calls/policy/decide-approval.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { ApprovalRecord } from "../../store/record.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

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
      if (status !== undefined && readStatus(record, now) !== status) continue;
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

export async function approve(input: RouteInput<ApprovalDecisionRequest>): Promise<BackendResponse> {
  return jsonResponse(200, await decide(input, "approved"));
}

export async function deny(input: RouteInput<ApprovalDecisionRequest>): Promise<BackendResponse> {
  return jsonResponse(200, await decide(input, "denied"));
}

/** Makes a link to the approval page, where there is one. */
export async function linkApproval(input: RouteInput): Promise<BackendResponse> {
  const { approvalPageUrl } = input.context;
  if (approvalPageUrl === undefined) {
    throw apiError(
      "not_found",
      "There is no approval page here. Decide with POST /v1/approvals/:id/approve or /deny.",
      { suggestions: ["POST /v1/approvals/:id/approve"] },
    );
  }
  const { token, record } = await createApprovalLink(input.context, () => readApproval(input));
  const link: ApprovalLink = {
    // in the fragment: no server, proxy or referrer gets to see it
    url: `${approvalPageUrl()}#${token}`,
    expires_at: timestamp(record.expiresAt),
  };
  return jsonResponse(201, link);
}

function decide(
  input: RouteInput<ApprovalDecisionRequest>,
  decision: ApprovalDecision["decision"],
): Promise<Approval> {
  return decideApproval(input.context, () => readApproval(input), { ...input.body, decision });
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
