import type { StoredEvent } from "../store/operation.ts";
import type { Slice, SliceOptions, Store } from "../store/store.ts";

export interface CallEventFilter {
  toolCallId: string;
  type?: string | undefined;
  since?: number | undefined;
}

/** Rows that are read from the store at a time, and at most for one page. */
const [batch, most] = [100, 2_000];

/**
 * Events that came of one call, newest first. Nothing of it is older than the call, so the walk ends there; a page ends
 * early, with a cursor, when very much else has happened since.
 */
export async function listCallEvents(
  store: Pick<Store, "listEvents" | "readOperation">,
  organisation: string,
  { toolCallId, type, since = 0 }: CallEventFilter,
  { limit, cursor }: SliceOptions,
): Promise<Slice<StoredEvent>> {
  const call = await store.readOperation(organisation, toolCallId);
  if (call === undefined) return { rows: [], next: null };
  const from = Math.max(since, call.createdAt);
  const rows: StoredEvent[] = [];
  let before = cursor;
  for (let read = 0; read < most; read += batch) {
    const slice = await store.listEvents(organisation, { type }, { limit: batch, cursor: before });
    for (const event of slice.rows) {
      if (event.createdAt < from) return { rows, next: null };
      if (event.toolCallId === toolCallId) rows.push(event);
      if (rows.length === limit) return { rows, next: event.id };
    }
    if (slice.next === null) return { rows, next: null };
    before = slice.next;
  }
  return { rows, next: before ?? null };
}
