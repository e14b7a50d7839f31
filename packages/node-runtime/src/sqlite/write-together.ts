import type { StoreWrite } from "@codespar/backend";
import type { SqlDatabase } from "./sql-database.ts";
import { createApiKey, updateApiKey } from "./sqlite-api-keys.ts";
import { insertRecord, replaceRecord } from "./sqlite-small-records.ts";

/** All of these writes, or none. Returns the place of the first that does not hold, -1 when all were made. */
export function writeTogether(sql: SqlDatabase, writes: readonly StoreWrite[]): number {
  try {
    sql.transaction(() => {
      for (const [place, each] of writes.entries()) if (!write(sql, each)) throw new NotHeld(place);
    });
    return -1;
  } catch (error) {
    if (error instanceof NotHeld) return error.place;
    throw error;
  }
}

/** Rolls back what was written before it. */
class NotHeld extends Error {
  readonly place: number;

  constructor(place: number) {
    super(`Write ${place} does not hold.`);
    this.place = place;
  }
}

function hasRoom(
  sql: SqlDatabase,
  { kind, record, most }: Extract<StoreWrite, { type: "insert_record" }>,
): boolean {
  if (most === undefined) return true;
  const count = "SELECT COUNT(*) AS value FROM records WHERE kind = ? AND organisation = ?";
  return (sql.number(count, kind, record.organisation) ?? 0) < most;
}

function write(sql: SqlDatabase, each: StoreWrite): boolean {
  switch (each.type) {
    case "insert_record":
      return hasRoom(sql, each) && insertRecord(sql, each.kind, each.record);
    case "replace_record":
      return replaceRecord(sql, each.kind, each.record);
    case "create_api_key":
      return createApiKey(sql, each.key, each.most);
    case "update_api_key":
      return updateApiKey(sql, each.key, each.expectedHash);
    default:
      throw new Error(`There is no write ${JSON.stringify(each satisfies never)}.`);
  }
}
