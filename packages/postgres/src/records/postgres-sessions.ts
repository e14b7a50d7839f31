import type { RecordStore, SessionRecord } from "@codespar/backend";
import { circuitNames, connectionNames } from "@codespar/backend/store";
import type { Database, SqlRow, SqlValue } from "../database/database.ts";
import { readJson, readNumber, readOptionalNumber } from "../database/read-row.ts";
import { readSlice } from "../database/read-slice.ts";
import { toText } from "../database/to-text.ts";

type SessionMethods = Pick<
  RecordStore,
  "closeSession" | "createSession" | "listSessions" | "readSession" | "touchSession"
>;

const columns = `id, row, expires_at, closed_at, tool_calls + coalesce(
  (SELECT sum(calls) FROM codespar.session_calls c WHERE c.session_id = s.id), 0)::bigint AS tool_calls`;

/** Sessions. The row has what never changes; what does is in columns. */
export function postgresSessions(database: Database): SessionMethods {
  const repeatable = { isRepeatable: true };
  return {
    async createSession(session) {
      const { toolCalls, expiresAt, closedAt, ...constant } = session;
      await database.query(
        `WITH counted AS (DELETE FROM codespar.session_calls WHERE session_id = $1)
         INSERT INTO codespar.sessions (id, organisation, tool_calls, expires_at, closed_at, row, created_at,
           connection_names, circuit_names)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (id) DO UPDATE SET organisation = $2, tool_calls = $3, expires_at = $4, closed_at = $5, row = $6,
           created_at = $7, connection_names = $8, circuit_names = $9`,
        [
          session.id,
          session.organisation,
          toolCalls,
          expiresAt,
          closedAt,
          JSON.stringify(constant),
          session.createdAt,
          connectionNames(session).map(toText),
          circuitNames(session).map(toText),
        ],
        repeatable,
      );
    },
    async readSession(organisation, id) {
      const [row] = await database.query(
        `SELECT ${columns} FROM codespar.sessions s WHERE id = $1 AND organisation = $2`,
        [id, organisation],
        repeatable,
      );
      return row === undefined ? undefined : readSession(row);
    },
    async touchSession(organisation, id, expiresAt) {
      await database.query(
        `UPDATE codespar.sessions SET expires_at = $3
         WHERE id = $1 AND organisation = $2 AND closed_at IS NULL AND codespar.may_be_lost()`,
        [id, organisation, expiresAt],
        repeatable,
      );
    },
    async closeSession(organisation, id, closedAt) {
      await database.query(
        "UPDATE codespar.sessions SET closed_at = $3 WHERE id = $1 AND organisation = $2 AND closed_at IS NULL",
        [id, organisation, closedAt],
        repeatable,
      );
    },
    listSessions(organisation, { status, now }, slice) {
      const values: SqlValue[] = [organisation];
      const conditions = ["organisation = $1"];
      // as `sessionStatus` distinguishes them
      if (status === "closed") conditions.push("closed_at IS NOT NULL");
      if (status === "active") conditions.push(`closed_at IS NULL AND expires_at > $${values.push(now)}`);
      if (status === "expired") conditions.push(`closed_at IS NULL AND expires_at <= $${values.push(now)}`);
      return readSlice(
        { database, columns, table: "codespar.sessions s", conditions, values, slice },
        readSession,
      );
    },
  };
}

export function readSession(row: SqlRow): SessionRecord {
  return {
    ...readJson<Omit<SessionRecord, "closedAt" | "expiresAt" | "toolCalls">>(row, "row"),
    toolCalls: readNumber(row, "tool_calls"),
    expiresAt: readNumber(row, "expires_at"),
    closedAt: readOptionalNumber(row, "closed_at"),
  };
}
