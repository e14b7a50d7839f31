import type { Slice } from "../store.ts";

/** The first `limit` rows that pass, and where to go on. */
export function paginate<Row extends { id: string }>(
  ids: Iterable<string>,
  read: (id: string) => Row | undefined,
  passes: (row: Row) => boolean,
  limit: number,
): Slice<Row> {
  const rows: Row[] = [];
  for (const id of ids) {
    const row = read(id);
    if (row === undefined || !passes(row)) continue;
    if (rows.length === limit) return { rows, next: rows.at(-1)?.id ?? null };
    rows.push(row);
  }
  return { rows, next: null };
}
