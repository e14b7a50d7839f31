import type { RecordKind, RecordTypes, SmallRecordStore } from "@codespar/backend";
import { pageOf } from "./page-of.ts";
import type { SqlDatabase } from "./sql-database.ts";

const one = "kind = ? AND organisation = ? AND id = ?";

/** The small records of the SQLite store. */
export function sqliteSmallRecords(sql: SqlDatabase): SmallRecordStore {
  return {
    async insertRecord(kind, record) {
      const { organisation, id, name, group } = record;
      const row = JSON.stringify({ ...record, version: 1 });
      const added = sql.run(
        "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?)",
        kind,
        organisation,
        id,
        name,
        group,
        row,
      );
      return added === 1;
    },
    readRecord: async <Kind extends RecordKind>(kind: Kind, organisation: string, id: string) =>
      sql.json<RecordTypes[Kind]>(`SELECT row FROM records WHERE ${one}`, kind, organisation, id),
    readRecordByName: async <Kind extends RecordKind>(kind: Kind, organisation: string, name: string) =>
      sql.json<RecordTypes[Kind]>(
        "SELECT row FROM records WHERE kind = ? AND organisation = ? AND name = ?",
        kind,
        organisation,
        name,
      ),
    async replaceRecord(kind, record) {
      const { organisation, id, name, group, version } = record;
      const row = JSON.stringify({ ...record, version: version + 1 });
      const replaced = sql.run(
        `UPDATE OR IGNORE records SET name = ?, in_group = ?, row = ? WHERE ${one} AND row ->> 'version' = ?`,
        name,
        group,
        row,
        kind,
        organisation,
        id,
        version,
      );
      return replaced === 1;
    },
    deleteRecord: async (kind, organisation, id) =>
      sql.run(`DELETE FROM records WHERE ${one}`, kind, organisation, id) === 1,
    listRecords: async <Kind extends RecordKind>(
      kind: Kind,
      organisation: string,
      { group }: { group?: string | undefined },
      slice: { limit: number; cursor?: string | undefined },
    ) =>
      pageOf<RecordTypes[Kind]>(
        (before, count) =>
          sql.jsons(
            `SELECT row FROM records WHERE kind = ? AND organisation = ? AND id < ?
             AND (?4 IS NULL OR in_group = ?4) ORDER BY id DESC LIMIT ?`,
            kind,
            organisation,
            before,
            group ?? null,
            count,
          ),
        () => true,
        slice,
      ),
  };
}
