import type { StreamEventBody } from "@codespar/contract";
import { readResult } from "../../calls/operations/stored-results.ts";
import type { BackendContext } from "../../context.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendRequest, BackendResponse } from "../../ports/http-message.ts";
import type { Operation } from "../../store/operation.ts";
import { isSettled } from "../../store/states.ts";
import { withHeartbeat } from "./heartbeat.ts";
import { routedEvents } from "./routed-events.ts";

export interface StreamResponseOptions {
  operation: Operation;
  /** The id of the last event that the reader has; 0 for all. */
  after: number;
  requestId: string;
  replayed: boolean;
  request: BackendRequest;
  headers?: Record<string, string> | undefined;
}

/** The events of a call as they come, up to its last. Reading it, or leaving it, does nothing to the call. */
export function streamResponse(context: BackendContext, options: StreamResponseOptions): BackendResponse {
  return {
    status: 200,
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", ...options.headers },
    body: withHeartbeat(context.timers, options.request.signal, (signal) =>
      getEvents(context, options, signal),
    ),
  };
}

async function* getEvents(
  { store }: BackendContext,
  { operation, after, requestId, replayed }: StreamResponseOptions,
  signal: AbortSignal,
): AsyncGenerator<string> {
  // the first event is made from the row, so the stored ones are one behind their ids
  if (after < 1) yield encodeEvent(1, periodStart(operation));
  let seen = Math.max(after, 1);
  for (;;) {
    const stream = await store.readStream(operation.id, seen - 1, signal);
    for (const event of stream.events) {
      seen += 1;
      yield encodeEvent(seen, event);
    }
    if (!isSettled(stream.operation.state)) continue;
    const whole = await store.readStream(operation.id, 0, signal);
    const events = whole.events.length > 0 ? whole.events : routedEvents(whole.operation);
    for (const event of events.slice(seen - 1)) {
      seen += 1;
      yield encodeEvent(seen, event);
    }
    const last = getEnd(whole.operation, requestId, replayed);
    if (last !== undefined) yield `id: ${seen + 1}\nevent: ${last.type}\ndata: ${last.data}\n\n`;
    return;
  }
}

function periodStart(operation: Operation): StreamEventBody {
  return {
    type: "tool_call.started",
    data: { tool_call_id: operation.id, tool: operation.tool, called_at: timestamp(operation.createdAt) },
  };
}

/** The last event, from the stored response. Undefined once that was erased. */
function getEnd(
  operation: Operation,
  requestId: string,
  replayed: boolean,
): { type: string; data: string } | undefined {
  const response = readResult(operation, requestId, replayed);
  if (response === undefined) return undefined;
  if (response.status === 200) return { type: "tool_call.completed", data: `{"result":${response.body}}` };
  return { type: "tool_call.failed", data: `{"error":${response.body}}` };
}

function encodeEvent(id: number, event: StreamEventBody): string {
  return `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
