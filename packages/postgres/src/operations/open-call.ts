import type {
  ConnectionRecord,
  OpenCall,
  OpenedCall,
  Operation,
  ProviderHealth,
  SessionRecord,
} from "@codespar/backend";
import { circuitNames, connectionNames, isKeyUsable, keepsKey } from "@codespar/backend/store";
import type { Database, SqlRow } from "../database/database.ts";
import { readNumber, readOptionalText } from "../database/read-row.ts";
import { fromText, toText } from "../database/to-text.ts";
import { readApiKey } from "../records/postgres-api-keys.ts";
import { readOrganisation } from "../records/postgres-records.ts";
import { readSession } from "../records/postgres-sessions.ts";
import { readRecord } from "../records/postgres-small-records.ts";

export interface OpenContext {
  database: Database;
  findOperation(id: string): Promise<Operation | undefined>;
}

const repeatable = { isRepeatable: true };

/** All that an execution reads before it begins: one round trip, and another for the call that has its key already. */
export async function openCall(
  { database, findOperation }: OpenContext,
  open: OpenCall,
): Promise<OpenedCall> {
  const [row] = await database.query(
    "SELECT * FROM codespar.open_call_1($1, $2, $3, $4, $5)",
    [
      open.keyHash,
      open.organisation ?? null,
      open.sessionId,
      open.key === undefined ? null : toText(open.key),
      open.period,
    ],
    repeatable,
  );
  const apiKey =
    row === undefined ? undefined : readApiKey({ row: row.key_row, last_used_at: row.last_used_at });
  const actsForOther =
    apiKey?.organisation != null &&
    open.organisation !== undefined &&
    open.organisation !== apiKey.organisation;
  const isUsable = apiKey !== undefined && isKeyUsable(apiKey, open.keyHash, open.now) && !actsForOther;
  if (row === undefined || !isUsable || row.organisation_row === null) return { ...nothing, apiKey };
  const session = row.session_row === null ? undefined : readSession({ ...row, row: row.session_row });
  const held = readOptionalText(row, "held");
  const operation = held === null ? undefined : await findOperation(held);
  const uses =
    session === undefined || row.are_names_known === true
      ? { connections: readConnections(row), health: readHealth(row) }
      : await readUses(database, session);
  return {
    apiKey,
    organisation: readOrganisation({ ...row, row: row.organisation_row }),
    session,
    operation: operation !== undefined && keepsKey(operation, open.keysSince) ? operation : undefined,
    ...uses,
    trigger:
      row.trigger_row === null ? undefined : getRecord("trigger", row.trigger_row, row.trigger_version),
    used: readNumber(row, "used"),
    version: String(readNumber(row, "version")),
  };
}

const nothing: Omit<OpenedCall, "apiKey"> = {
  organisation: undefined,
  session: undefined,
  operation: undefined,
  health: new Map(),
  connections: [],
  trigger: undefined,
  used: 0,
  version: undefined,
};

/** For a session that the version of the software before this one made. */
async function readUses(
  database: Database,
  session: SessionRecord,
): Promise<Pick<OpenedCall, "connections" | "health">> {
  const [row] = await database.query(
    `SELECT c.connections, c.connection_versions, h.circuits, h.healths FROM
       (SELECT array_agg(row) AS connections, array_agg(version) AS connection_versions FROM codespar.records
         WHERE kind = 'connection' AND organisation = $1 AND name = ANY ($2)) AS c,
       (SELECT array_agg(provider) AS circuits, array_agg(row) AS healths FROM codespar.provider_health
         WHERE provider = ANY ($3)) AS h`,
    [session.organisation, connectionNames(session).map(toText), circuitNames(session).map(toText)],
    repeatable,
  );
  if (row === undefined) return nothing;
  return { connections: readConnections(row), health: readHealth(row) };
}

function readConnections(row: SqlRow): ConnectionRecord[] {
  const rows = getList(row.connections);
  const versions = getList(row.connection_versions);
  return rows.map((text, index) => getRecord("connection", text, versions[index]));
}

function readHealth(row: SqlRow): Map<string, ProviderHealth> {
  const healths = getList(row.healths);
  return new Map(
    getList(row.circuits).map((name, index) => [fromText(String(name)), JSON.parse(String(healths[index]))]),
  );
}

/** A column that holds a list; null: there was nothing to list. */
function getList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function getRecord<Kind extends "connection" | "trigger">(kind: Kind, row: unknown, version: unknown) {
  return readRecord(kind, { row, version, patch: null });
}
