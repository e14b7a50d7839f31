import type { SearchQuery, SearchResult } from "@codespar/contract";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

/** What a provider's ids can name. */
const documentKinds = ["payment", "checkout", "invoice", "shipment", "tracking"] as const;

/** Sessions and tool calls that an id leads to. */
export async function search({
  context,
  caller,
  query,
}: RouteInput<unknown, SearchQuery>): Promise<BackendResponse> {
  const { store } = context;
  const organisation = caller.organisation.id;
  const q = query.q.trim();
  const data: SearchResult[] = [];
  const add = (type: SearchResult["type"], matched: SearchResult["matched"], id: string, at: number) => {
    if (!data.some((result) => result.id === id)) data.push({ type, id, matched, created_at: timestamp(at) });
  };

  const [call, session, byKey] = await Promise.all([
    store.readOperation(organisation, q),
    store.readSession(organisation, q),
    store.listOperations(organisation, { key: q }, { limit: 5 }),
  ]);
  if (call !== undefined) add("tool_call", "id", call.id, call.createdAt);
  if (session !== undefined) add("session", "id", session.id, session.createdAt);
  for (const { id, createdAt } of byKey.rows) add("tool_call", "idempotency_key", id, createdAt);
  for (const kind of documentKinds) {
    const document = await store.findDocument(organisation, kind, q);
    const maker =
      document === undefined ? undefined : await store.readOperation(organisation, document.operationId);
    if (maker !== undefined) add("tool_call", kind, maker.id, maker.createdAt);
  }
  return jsonResponse(200, { data });
}
