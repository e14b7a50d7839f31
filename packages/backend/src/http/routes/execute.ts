import type { ToolCallRequest } from "@codespar/contract";
import { readSession } from "../../accounts/sessions/open-session.ts";
import { beginCall } from "../../calls/operations/begin-call.ts";
import { joinOperation } from "../../calls/operations/join-operation.ts";
import { inDoubt, orWaitUntilSettled } from "../../calls/operations/lease-and-doubt.ts";
import { runOperation } from "../../calls/operations/run-operation.ts";
import { readResult } from "../../calls/operations/stored-results.ts";
import { apiError } from "../../platform/api-error.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { Operation } from "../../store/operation.ts";
import { isSettled } from "../../store/states.ts";
import { readIdempotencyKey } from "../read-request.ts";
import type { RouteInput } from "./route.ts";
import { textResponse } from "./route.ts";

export async function execute(input: RouteInput<ToolCallRequest>): Promise<BackendResponse> {
  const { context, request, requestId, caller, id, body } = input;
  const key = readIdempotencyKey(request, context.ids);
  const session = await readSession(context, caller.organisation.id, id);
  const begun = await beginCall(context, { caller, session, call: body, key, verb: "execute" });
  if (begun.isNew) {
    const { operation, plan, first } = begun;
    const run = runOperation({ context, operation, session, plan, first, emit: () => {} });
    const { id: operationId, tool } = operation;
    const doubt = { tool, key, operationId, risk: plan.mode === "local" ? "read" : plan.risk } as const;
    const settled = await inDoubt(context, doubt, orWaitUntilSettled(context, operationId, run));
    return toResponse(settled, requestId, false);
  }
  return toResponse(await joinOperation(context, begun.operation, request.signal), requestId, true);
}

function toResponse(operation: Operation, requestId: string, replayed: boolean): BackendResponse {
  if (!isSettled(operation.state)) {
    throw apiError(
      "outcome_unknown",
      `${operation.tool} is still being worked on. Repeat the call with the same idempotency key to wait on.`,
      { tool_call_id: operation.id, idempotency_key: operation.key },
    );
  }
  const response = readResult(operation, requestId, replayed);
  if (response === undefined) {
    throw apiError("not_found", `The response of call ${operation.id} is no longer kept.`, {
      suggestions: [],
    });
  }
  return textResponse(response.status, response.body, replayed ? { "idempotency-replayed": "true" } : {});
}
