import type { QueuedToolCall, ToolCallRequest } from "@codespar/contract";
import { readSession } from "../../accounts/sessions/open-session.ts";
import { beginCall } from "../../calls/operations/begin-call.ts";
import { leaseUntil } from "../../calls/operations/lease-and-doubt.ts";
import { processOperation } from "../../calls/operations/resume-operation.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { readIdempotencyKey } from "../read-request.ts";
import { streamResponse } from "../stream/stream-response.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

export async function send(input: RouteInput<ToolCallRequest>): Promise<BackendResponse> {
  const { context, request, requestId, caller, id, body } = input;
  const key = readIdempotencyKey(request, context.ids);
  const session = await readSession(context, caller.organisation.id, id);
  const begun = await beginCall(context, { caller, session, call: body, key, verb: "send" });
  let { operation } = begun;
  const headers: Record<string, string> = begun.isNew ? {} : { "idempotency-replayed": "true" };
  if (operation.state === "unknown") {
    // its provider is asked while the response below is on its way; the reader of the stream waits for the outcome
    const taken = await context.store.takeUnknownOperation(
      operation.id,
      leaseUntil(context, context.clock.now()),
    );
    if (taken === undefined) operation = (await context.store.findOperation(operation.id)) ?? operation;
    else {
      operation = taken;
      void processOperation(context, taken);
    }
  }
  context.wake();
  if (wantsStream(request.headers.accept)) {
    return streamResponse(context, {
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
  return jsonResponse(202, queued, headers);
}

/** Events only when they are asked for and JSON is not: a client that takes both gets the short response. */
function wantsStream(accept: string | undefined): boolean {
  const types = (accept ?? "").split(",").map((type) => type.split(";", 1)[0]?.trim().toLowerCase());
  return types.includes("text/event-stream") && !types.includes("application/json");
}
