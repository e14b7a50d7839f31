import type { Slice, SliceOptions } from "@codespar/backend";
import type { Database, SqlRow, SqlValue } from "./database.ts";

export interface ReadSlice {
  database: Database;
  columns: string;
  table: string;
  /** All of them; their values are `$1`, `$2` … */
  conditions: readonly string[];
  values: readonly SqlValue[];
  slice: SliceOptions;
}

/** A page of rows, newest id first. */
export async function readSlice<Row extends { id: string }>(
  { database, columns, table, conditions, values, slice: { limit, cursor } }: ReadSlice,
  read: (row: SqlRow) => Row,
): Promise<Slice<Row>> {
  const all = [...values];
  const older = cursor === undefined ? [] : [`id < $${all.push(cursor)}`];
  const rows = await database.query(
    `SELECT ${columns} FROM ${table} WHERE ${[...conditions, ...older].join(" AND ")}
     ORDER BY id DESC LIMIT $${all.push(limit + 1)}`,
    all,
    { isRepeatable: true, isPlannedEachTime: true },
  );
  const page = rows.slice(0, limit).map(read);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}
