import type { Store } from "@codespar/backend";
import type { Timers } from "@codespar/backend/ports";
import type { SqlDatabase } from "./sql-database.ts";
import { sqliteApiKeys } from "./sqlite-api-keys.ts";
import { sqliteOperations } from "./sqlite-operations.ts";
import { sqliteRecords } from "./sqlite-records.ts";
import { sqliteSmallRecords } from "./sqlite-small-records.ts";
import { writeTogether } from "./write-together.ts";

/** A store in an SQLite file, for several processes on one machine. */
export function sqliteStore(sql: SqlDatabase, timers: Timers): Store {
  const operations = sqliteOperations(sql, timers);
  return {
    ...sqliteApiKeys(sql),
    ...sqliteRecords(sql),
    ...sqliteSmallRecords(sql),
    ...operations,
    async erasePayloads(before, limit) {
      const changes = () => sql.number("SELECT total_changes() AS value");
      const changesBefore = changes();
      const erased = await operations.erasePayloads(before, limit);
      // the log still has the pages as they were
      if (changes() !== changesBefore) sql.emptyLog();
      return erased;
    },
    writeTogether: async (writes) => writeTogether(sql, writes),
    async nextDueAt(after = Number.MIN_SAFE_INTEGER) {
      return sql.number(
        `SELECT MIN(due) AS value FROM (
           SELECT MIN(lease_until) AS due FROM operations
             WHERE state IN ('queued', 'running', 'dispatched', 'unknown') AND lease_until > ?
           UNION ALL SELECT MIN(due_at) FROM jobs WHERE due_at > ?)`,
        after,
        after,
      );
    },
    async close() {
      sql.close();
    },
  };
}
