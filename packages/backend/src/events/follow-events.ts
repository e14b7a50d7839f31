import { sleep } from "@codespar/contract";
import type { Timers } from "../ports/clock.ts";
import type { StoredEvent } from "../store/operation.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds between two looks at the store. */
const lookEveryMs = 500;
/** An event may be stored a little after others with later ids; so far back one is looked for. */
const overlapMs = 5_000;
/** At every so many looks the newest events are read even though the newest of them is known. */
const thoroughEvery = 10;
/** Rows that are read at a time, and pages at most for one look. */
const [batch, mostPages] = [100, 100];

/**
 * An organisation's events as they are stored, oldest first, from those after `after` on, or from now on. Each comes once.
 * The store is asked at intervals, so that an event of another process is seen like one of this.
 */
export async function* followEvents(
  { store, timers }: { store: Pick<Store, "listEvents">; timers: Timers },
  organisation: string,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent> {
  const readHead = async () => (await store.listEvents(organisation, {}, { limit: 1 })).rows[0]?.id ?? "";
  const floor = after ?? (await readHead());
  /** What was given out, by id, with when it happened. */
  const given = new Map<string, number>();
  let newestAt = 0;
  let head = floor;

  const isKnown = ({ id, createdAt }: StoredEvent) =>
    id <= floor || given.has(id) || createdAt < newestAt - overlapMs;

  /** Newest first, down to the first page that holds something known. */
  async function readNew(): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { rows, next } = await store.listEvents(organisation, {}, { limit: batch, cursor });
      const fresh = rows.filter((event) => !isKnown(event));
      found.push(...fresh);
      if (next === null || fresh.length < rows.length) break;
      cursor = next;
    }
    return found;
  }

  for (let look = 0; ; look += 1) {
    if (look > 0) await sleep(timers, lookEveryMs, signal);
    signal.throwIfAborted();
    const before = head;
    head = await readHead();
    if (head === before && look % thoroughEvery !== 0) continue;
    for (const event of (await readNew()).reverse()) {
      given.set(event.id, event.createdAt);
      newestAt = Math.max(newestAt, event.createdAt);
      yield event;
    }
    for (const [id, createdAt] of given) if (createdAt < newestAt - overlapMs) given.delete(id);
  }
}
