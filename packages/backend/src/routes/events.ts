import type { ListEventsQuery } from "@codespar/contract";
import { timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import type { StoredEvent } from "../store/operation.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function listEvents({
  services,
  caller,
  query,
}: RouteContext<unknown, ListEventsQuery>): Promise<BackendAnswer> {
  const { type, since, limit = 20, cursor } = query;
  const { rows, next } = await services.store.listEvents(
    caller.organisation.id,
    { type, since: since === undefined ? undefined : Date.parse(since) },
    { limit, cursor },
  );
  return jsonAnswer(200, {
    data: rows.map((event) => describeEvent(event, services.livemode)),
    next_cursor: next,
  });
}

/** An event as the wire has it. */
export function describeEvent(event: StoredEvent, livemode: boolean) {
  return {
    id: event.id,
    type: event.type,
    created_at: timestamp(event.createdAt),
    livemode,
    session_id: event.sessionId,
    tool_call_id: event.toolCallId,
    metadata: event.metadata,
    data: event.data === null ? {} : JSON.parse(event.data),
  };
}
