import type { QueuedToolCall, ToolCallRequest } from "@codespar/contract";
import { timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import { beginCall } from "../operations/begin-call.ts";
import { idempotencyKeyOf } from "../operations/idempotency-key.ts";
import { leaseUntil } from "../operations/lease.ts";
import { workOperation } from "../operations/resume-operation.ts";
import { readSession } from "../sessions/open-session.ts";
import { streamAnswer } from "../stream/stream-answer.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function send(context: RouteContext<ToolCallRequest>): Promise<BackendAnswer> {
  const { services, request, requestId, caller, id, body } = context;
  const key = idempotencyKeyOf(request, services.ids);
  const session = await readSession(services, caller.organisation.id, id);
  const begun = await beginCall(services, { caller, session, call: body, key, verb: "send" });
  let { operation } = begun;
  const headers: Record<string, string> = begun.isNew ? {} : { "idempotency-replayed": "true" };
  if (operation.state === "unknown") {
    // its provider is asked while the answer below is on its way; who reads the stream waits for the outcome
    const taken = await services.store.takeUnknownOperation(operation.id, leaseUntil(services));
    if (taken === undefined) operation = (await services.store.findOperation(operation.id)) ?? operation;
    else {
      operation = taken;
      void workOperation(services, taken);
    }
  }
  services.wake();
  if (wantsStream(request.headers.accept)) {
    return streamAnswer(services, {
      operation,
      after: 0,
      requestId,
      replayed: !begun.isNew,
      request,
      headers,
    });
  }
  const queued: QueuedToolCall = {
    tool_call_id: operation.id,
    tool: operation.tool,
    status: "queued",
    queued_at: timestamp(operation.createdAt),
  };
  return jsonAnswer(202, queued, headers);
}

/** Events only when they are asked for and JSON is not: a client that takes both gets the short answer. */
function wantsStream(accept: string | undefined): boolean {
  const types = (accept ?? "").split(",").map((type) => type.split(";", 1)[0]?.trim().toLowerCase());
  return types.includes("text/event-stream") && !types.includes("application/json");
}
