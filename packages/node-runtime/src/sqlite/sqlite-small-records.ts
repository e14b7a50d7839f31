import type { RecordBase, RecordKind, RecordTypes, SmallRecordStore } from "@codespar/backend";
import { readPage } from "./read-page.ts";
import type { SqlDatabase } from "./sql-database.ts";

const one = "kind = ? AND organisation = ? AND id = ?";

/** False when its id or its name is taken. */
export function insertRecord(sql: SqlDatabase, kind: RecordKind, record: RecordBase): boolean {
  const { organisation, id, name, group } = record;
  const row = JSON.stringify({ ...record, version: 1 });
  const statement = "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?)";
  return sql.run(statement, kind, organisation, id, name, group, row) === 1;
}

/** False when the stored one is at another version, or its new name is taken. */
export function replaceRecord(sql: SqlDatabase, kind: RecordKind, record: RecordBase): boolean {
  const { organisation, id, name, group, version } = record;
  const row = JSON.stringify({ ...record, version: version + 1 });
  const statement = `UPDATE OR IGNORE records SET name = ?, in_group = ?, row = ? WHERE ${one} AND row ->> 'version' = ?`;
  return sql.run(statement, name, group, row, kind, organisation, id, version) === 1;
}

/** The small records of the SQLite store. */
export function sqliteSmallRecords(sql: SqlDatabase): SmallRecordStore {
  return {
    insertRecord: async (kind, record) => insertRecord(sql, kind, record),
    replaceRecord: async (kind, record) => replaceRecord(sql, kind, record),
    readRecord: async <Kind extends RecordKind>(kind: Kind, organisation: string, id: string) =>
      sql.json<RecordTypes[Kind]>(`SELECT row FROM records WHERE ${one}`, kind, organisation, id),
    readRecordByName: async <Kind extends RecordKind>(kind: Kind, organisation: string, name: string) =>
      sql.json<RecordTypes[Kind]>(
        "SELECT row FROM records WHERE kind = ? AND organisation = ? AND name = ?",
        kind,
        organisation,
        name,
      ),
    deleteRecord: async (kind, organisation, id) =>
      sql.run(`DELETE FROM records WHERE ${one}`, kind, organisation, id) === 1,
    listRecords: async <Kind extends RecordKind>(
      kind: Kind,
      organisation: string,
      { group }: { group?: string | undefined },
      slice: { limit: number; cursor?: string | undefined },
    ) =>
      readPage<RecordTypes[Kind]>(
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
