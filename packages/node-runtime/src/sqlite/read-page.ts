import type { Slice } from "@codespar/backend";
import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/** Rows read at a time while looking for those that pass. */
const batch = 200;

/**
 * The first `limit` rows that pass, newest first: `read` returns up to `count` rows older than an id. Where few pass, others
 * have their turn between the pieces.
 */
export async function readPage<Row extends { id: string }>(
  read: (before: string, count: number) => Row[],
  passes: (row: Row) => boolean,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Slice<Row>> {
  const rows: Row[] = [];
  // sorts after every id
  let before = cursor ?? "\u{10ffff}";
  for (;;) {
    const found = read(before, batch);
    for (const row of found) {
      if (!passes(row)) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1)?.id ?? null };
      rows.push(row);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return { rows, next: null };
    before = last.id;
    await yieldToEventLoop();
  }
}
