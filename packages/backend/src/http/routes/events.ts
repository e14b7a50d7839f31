import type { ListEventsQuery } from "@codespar/contract";
import { describeEvent } from "../../events/describe-event.ts";
import { followEvents } from "../../events/follow-events.ts";
import { listCallEvents } from "../../events/list-call-events.ts";
import { apiError } from "../../platform/api-error.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { withHeartbeat } from "../stream/heartbeat.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

export async function listEvents({
  context,
  caller,
  query,
}: RouteInput<unknown, ListEventsQuery>): Promise<BackendResponse> {
  const { type, since, tool_call_id: toolCallId, limit = 20, cursor } = query;
  const organisation = caller.organisation.id;
  const filter = { type, since: since === undefined ? undefined : Date.parse(since) };
  const { rows, next } =
    toolCallId === undefined
      ? await context.store.listEvents(organisation, filter, { limit, cursor })
      : await listCallEvents(context.store, organisation, { ...filter, toolCallId }, { limit, cursor });
  return jsonResponse(200, {
    data: rows.map((event) => describeEvent(event, caller.organisation.livemode)),
    next_cursor: next,
  });
}

export async function getEvent({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  // an id sorts just before itself with a character more
  const { rows } = await context.store.listEvents(caller.organisation.id, {}, { limit: 1, cursor: `${id}0` });
  const [event] = rows;
  if (event?.id === id) return jsonResponse(200, describeEvent(event, caller.organisation.livemode));
  throw apiError(
    "not_found",
    `There is no event ${JSON.stringify(id.slice(0, 60))}. List them with events.list().`,
    { suggestions: [] },
  );
}

/** Events as they happen, for as long as somebody reads. */
export async function streamEvents({ context, request, caller }: RouteInput): Promise<BackendResponse> {
  const { store, timers } = context;
  const { livemode } = caller.organisation;
  const after = request.headers["last-event-id"];
  if (after !== undefined && !/^evt_[\w-]{1,60}$/.test(after)) {
    const message = "Must be the id of an event, such as evt_01….";
    throw apiError("invalid_request", `Last-Event-ID: ${message}`, {
      issues: [{ path: "Last-Event-ID", message }],
    });
  }
  const organisation = caller.organisation.id;
  async function* encoded(signal: AbortSignal): AsyncGenerator<string> {
    // a first piece at once: the headers leave with it
    yield ": ready\n\n";
    for await (const event of followEvents({ store, timers }, organisation, after, signal)) {
      const data = JSON.stringify(describeEvent(event, livemode));
      yield `id: ${event.id}\nevent: ${event.type}\ndata: ${data}\n\n`;
    }
  }
  return {
    status: 200,
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    body: withHeartbeat(timers, request.signal, encoded),
  };
}
