import type { ToolCallRequest } from "@codespar/contract";
import { failure } from "../api-failure.ts";
import type { BackendAnswer } from "../http-message.ts";
import { readAnswer } from "../operations/answers.ts";
import { awaitAnswer } from "../operations/await-answer.ts";
import { beginCall } from "../operations/begin-call.ts";
import { idempotencyKeyOf } from "../operations/idempotency-key.ts";
import { runOperation } from "../operations/run-operation.ts";
import { orWaitForEnd } from "../operations/wait-for-end.ts";
import { readSession } from "../sessions/open-session.ts";
import type { Operation } from "../store/operation.ts";
import { isSettled } from "../store/operation-state.ts";
import { textAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function execute(context: RouteContext<ToolCallRequest>): Promise<BackendAnswer> {
  const { services, request, requestId, caller, id, body } = context;
  const key = idempotencyKeyOf(request, services.ids);
  const session = await readSession(services, caller.organisation.id, id);
  const begun = await beginCall(services, { caller, session, call: body, key, verb: "execute" });
  if (begun.isNew) {
    const { operation, plan } = begun;
    const run = runOperation({ services, operation, session, plan, emit: () => {} });
    return answerOf(await orWaitForEnd(services, operation.id, run), requestId, false);
  }
  return answerOf(await awaitAnswer(services, begun.operation, request.signal), requestId, true);
}

function answerOf(operation: Operation, requestId: string, replayed: boolean): BackendAnswer {
  if (!isSettled(operation.state)) {
    throw failure(
      "outcome_unknown",
      `${operation.tool} is still being worked on. Repeat the call with the same idempotency key to wait on.`,
      { tool_call_id: operation.id, idempotency_key: operation.key },
    );
  }
  const answer = readAnswer(operation, requestId, replayed);
  if (answer === undefined) {
    throw failure("not_found", `The answer of call ${operation.id} is no longer kept.`, { suggestions: [] });
  }
  return textAnswer(answer.status, answer.body, replayed ? { "idempotency-replayed": "true" } : {});
}
