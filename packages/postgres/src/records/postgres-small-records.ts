import type { ApprovalRecord, RecordKind, RecordTypes, SmallRecordStore } from "@codespar/backend";
import type { Database, SqlRow, SqlValue } from "../database/database.ts";
import { readJson, readNumber, readOptionalText } from "../database/read-row.ts";
import { readSlice } from "../database/read-slice.ts";
import { toText } from "../database/to-text.ts";

const repeatable = { isRepeatable: true };
const columns = "id, version, row, patch, arguments";
const one = "kind = $1 AND organisation = $2 AND id = $3";

/** The small records of the PostgreSQL store: the row as JSON, and what is looked for or changed on its own as columns. */
export function postgresSmallRecords(database: Database): SmallRecordStore {
  return {
    async insertRecord(kind, record) {
      const rows = await database.query(
        `INSERT INTO codespar.records (kind, organisation, id, name, in_group, row, arguments, created_at, is_pending, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) ON CONFLICT DO NOTHING RETURNING 1`,
        recordValues(kind, record),
      );
      return rows.length === 1;
    },
    async readRecord<Kind extends RecordKind>(kind: Kind, organisation: string, id: string) {
      const [row] = await database.query(
        `SELECT ${columns} FROM codespar.records WHERE ${one}`,
        [kind, organisation, toText(id)],
        repeatable,
      );
      return row === undefined ? undefined : readRecord(kind, row);
    },
    async readRecordByName<Kind extends RecordKind>(kind: Kind, organisation: string, name: string) {
      const [row] = await database.query(
        `SELECT ${columns} FROM codespar.records WHERE kind = $1 AND organisation = $2 AND name = $3`,
        [kind, organisation, toText(name)],
        repeatable,
      );
      return row === undefined ? undefined : readRecord(kind, row);
    },
    async replaceRecord(kind, record) {
      const [row] = await database.query(
        "SELECT codespar.replace_record_1($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS is_replaced",
        [...recordValues(kind, record), record.version],
      );
      return row?.is_replaced === true;
    },
    async deleteRecord(kind, organisation, id) {
      const rows = await database.query(`DELETE FROM codespar.records WHERE ${one} RETURNING 1`, [
        kind,
        organisation,
        toText(id),
      ]);
      return rows.length === 1;
    },
    listRecords<Kind extends RecordKind>(
      kind: Kind,
      organisation: string,
      { group }: { group?: string | undefined },
      slice: { limit: number; cursor?: string | undefined },
    ) {
      const values: SqlValue[] = [kind, organisation];
      const conditions = ["kind = $1 AND organisation = $2"];
      if (group !== undefined) conditions.push(`in_group = $${values.push(toText(group))}`);
      return readSlice({ database, columns, table: "codespar.records", conditions, values, slice }, (row) =>
        readRecord(kind, row),
      );
    },
  };
}

/** Kinds whose records go some time after they were made. */
const datedKinds = ["approval", "delivery", "resolution"] as const;
type DatedKind = (typeof datedKinds)[number];

function isDated(kind: RecordKind, _record: RecordTypes[RecordKind]): _record is RecordTypes[DatedKind] {
  return (datedKinds as readonly string[]).includes(kind); // widened to ask for any text
}

function isApproval(kind: RecordKind, _record: RecordTypes[RecordKind]): _record is ApprovalRecord {
  return kind === "approval";
}

/** What is written of a record but its version, by column. */
export function recordColumns<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]) {
  const { version: _, ...kept } = record;
  const given = isApproval(kind, record) ? record.arguments : null;
  return {
    kind,
    organisation: record.organisation,
    id: toText(record.id),
    name: textOrNull(record.name),
    in_group: textOrNull(record.group),
    row: JSON.stringify(isApproval(kind, record) ? { ...kept, arguments: null } : kept),
    arguments: given,
    created_at: isDated(kind, record) ? record.createdAt : null,
    is_pending: kind === "delivery" && "status" in record && record.status === "pending",
  };
}

function recordValues<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): SqlValue[] {
  return Object.values(recordColumns(kind, record));
}

export function readRecord<Kind extends RecordKind>(kind: Kind, row: SqlRow): RecordTypes[Kind] {
  const version = readNumber(row, "version");
  const changed = row.patch === null ? {} : readJson<object>(row, "patch");
  const apart = kind === "approval" ? { arguments: readOptionalText(row, "arguments") } : {};
  return { ...readJson<RecordTypes[Kind]>(row, "row"), ...apart, ...changed, version };
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : toText(text);
}
