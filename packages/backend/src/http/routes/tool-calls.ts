import type {
  ListToolCallsQuery,
  ReconcileRequest,
  ResolveToolCallRequest,
  ToolCall,
  ToolCallDetail,
} from "@codespar/contract";
import { joinOperation } from "../../calls/operations/join-operation.ts";
import { keyHours } from "../../calls/operations/key-life.ts";
import { readResolution, resolveOperation } from "../../calls/operations/resolve-operation.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { Operation } from "../../store/operation.ts";
import { toStatus } from "../../store/states.ts";
import { streamResponse } from "../stream/stream-response.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

export async function listToolCalls({
  context,
  caller,
  query,
}: RouteInput<unknown, ListToolCallsQuery>): Promise<BackendResponse> {
  const { session_id, user_id, idempotency_key, billed, since, until, limit = 20, cursor, ...filter } = query;
  const { rows, next } = await context.store.listOperations(
    caller.organisation.id,
    {
      ...filter,
      sessionId: session_id,
      userId: user_id,
      charged: billed,
      key: idempotency_key,
      since: since === undefined ? undefined : Date.parse(since),
      until: until === undefined ? undefined : Date.parse(until),
    },
    { limit, cursor },
  );
  return jsonResponse(200, { data: rows.map(describeToolCall), next_cursor: next });
}

export async function getToolCall({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const operation = await context.store.readOperation(caller.organisation.id, id);
  if (operation === undefined) throw noSuchCall(id);
  return jsonResponse(200, await describeDetail(context, operation));
}

export async function streamToolCall({
  context,
  request,
  requestId,
  caller,
  id,
}: RouteInput): Promise<BackendResponse> {
  const operation = await context.store.readOperation(caller.organisation.id, id);
  if (operation === undefined) throw noSuchCall(id);
  const after = Number(request.headers["last-event-id"] ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    const message = "Must be the id of an event of this call, a whole number.";
    throw apiError("invalid_request", `Last-Event-ID: ${message}`, {
      issues: [{ path: "Last-Event-ID", message }],
    });
  }
  context.wake();
  return streamResponse(context, { operation, after, requestId, replayed: false, request });
}

export async function reconcile({
  context,
  request,
  caller,
  body,
}: RouteInput<ReconcileRequest>): Promise<BackendResponse> {
  const keysSince = context.clock.now() - keyHours * 3_600_000;
  const operation =
    (await context.store.findOperationByKey(caller.organisation.id, body.idempotency_key, keysSince)) ??
    (await lastWithKey());
  if (operation === undefined) {
    throw apiError(
      "not_found",
      "No call was made under this idempotency key, or it is no longer kept: nothing happened under it in the last 24 hours.",
      { suggestions: [] },
    );
  }
  const settled = await joinOperation(context, operation, request.signal);
  return jsonResponse(200, await describeDetail(context, settled));

  /** A call that failed has given its key back, but it is what the caller asks about. */
  async function lastWithKey(): Promise<Operation | undefined> {
    const { rows } = await context.store.listOperations(
      caller.organisation.id,
      { key: body.idempotency_key },
      { limit: 1 },
    );
    return rows[0];
  }
}

/** A person says what became of a call that its provider never reported. Never over a final state. */
export async function resolveToolCall(input: RouteInput<ResolveToolCallRequest>): Promise<BackendResponse> {
  const { context, caller, id, body } = input;
  const organisation = caller.organisation.id;
  const before = await context.store.readOperation(organisation, id);
  if (before === undefined) throw noSuchCall(id);
  const resolved = await resolveOperation(context, before, { ...body, keyId: caller.key.id });
  if (resolved !== undefined) return jsonResponse(200, await describeDetail(context, resolved));
  const { state } = (await context.store.readOperation(organisation, id)) ?? before;
  const message = `Call ${id} is ${toStatus(state)}. Only a call whose outcome is unknown can be resolved.`;
  throw apiError("invalid_request", message, { issues: [{ path: "id", message }] });
}

/** A row of the log as the wire has it. */
export function describeToolCall(operation: Operation): ToolCall {
  const { completedAt, createdAt } = operation;
  return {
    id: operation.id,
    tool: operation.tool,
    server: operation.server,
    provider: operation.provider,
    session_id: operation.sessionId,
    metadata: operation.metadata,
    user_id: operation.userId,
    status: toStatus(operation.state),
    idempotency_key: operation.key,
    amount: operation.amount,
    currency: operation.currency,
    attempts: [...operation.attempts],
    error: operation.error,
    billed: operation.charged,
    called_at: timestamp(createdAt),
    completed_at: completedAt === null ? null : timestamp(completedAt),
    duration_ms: completedAt === null ? null : completedAt - createdAt,
  };
}

async function describeDetail(context: BackendContext, operation: Operation): Promise<ToolCallDetail> {
  const { response } = operation;
  const resolution = await readResolution(context, operation);
  return {
    ...describeToolCall(operation),
    arguments: operation.arguments === null ? null : JSON.parse(operation.arguments),
    result: response?.status === 200 ? JSON.parse(response.body) : null,
    ...(resolution === undefined
      ? {}
      : {
          resolution: {
            outcome: resolution.outcome,
            by: resolution.by,
            evidence: resolution.evidence,
            resolved_at: timestamp(resolution.createdAt),
          },
        }),
  };
}

function noSuchCall(id: string) {
  return apiError(
    "not_found",
    `There is no tool call ${JSON.stringify(id.slice(0, 60))}. List them with toolCalls.list().`,
    {
      suggestions: [],
    },
  );
}
