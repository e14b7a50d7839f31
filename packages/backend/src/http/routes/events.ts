import type { ListEventsQuery } from "@codespar/contract";
import { describeEvent } from "../../events/describe-event.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { jsonResponse } from "../json-response.ts";
import type { RouteInput } from "./route.ts";

export async function listEvents({
  context,
  caller,
  query,
}: RouteInput<unknown, ListEventsQuery>): Promise<BackendResponse> {
  const { type, since, limit = 20, cursor } = query;
  const { rows, next } = await context.store.listEvents(
    caller.organisation.id,
    { type, since: since === undefined ? undefined : Date.parse(since) },
    { limit, cursor },
  );
  return jsonResponse(200, {
    data: rows.map((event) => describeEvent(event, context.livemode)),
    next_cursor: next,
  });
}
