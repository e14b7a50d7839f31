import type { RecordStore, StoredEvent } from "@codespar/backend";
import type { Database, SqlRow, SqlValue } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { readJson, readNumber, readOptionalText, readText } from "../database/read-row.ts";
import { readSlice } from "../database/read-slice.ts";
import { insertJobs, jobValues } from "./postgres-jobs.ts";

type EventMethods = Pick<RecordStore, "appendEvent" | "listEvents">;

/** The events that triggers deliver and the API lists. */
export function postgresEvents({
  database,
  clock,
}: {
  database: Database;
  clock: DatabaseClock;
}): EventMethods {
  return {
    async appendEvent(event, jobs = []) {
      // a statement in WITH runs to its end whether or not it is read from
      const [row] = await database.query(
        `WITH added AS (
           INSERT INTO codespar.events (id, organisation, type, created_at, session_id, tool_call_id, metadata, data)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1
         ), jobs AS (
           ${insertJobs("$9", "$10", "$11", "$12", "$13", "$14").replace("ON CONFLICT", "WHERE EXISTS (SELECT 1 FROM added) ON CONFLICT")}
         )
         SELECT 1 FROM added`,
        [
          event.id,
          event.organisation,
          event.type,
          event.createdAt,
          event.sessionId,
          event.toolCallId,
          JSON.stringify(event.metadata),
          event.data,
          ...jobValues(jobs, clock),
        ],
      );
      return row !== undefined;
    },
    listEvents(organisation, { type, since }, slice) {
      const values: SqlValue[] = [organisation];
      const conditions = ["organisation = $1"];
      if (type !== undefined) conditions.push(`type = $${values.push(type)}`);
      if (since !== undefined) conditions.push(`created_at >= $${values.push(since)}`);
      return readSlice(
        { database, columns: "*", table: "codespar.events", conditions, values, slice },
        readEvent,
      );
    },
  };
}

function readEvent(row: SqlRow): StoredEvent {
  return {
    id: readText(row, "id"),
    organisation: readText(row, "organisation"),
    type: readText(row, "type"),
    createdAt: readNumber(row, "created_at"),
    sessionId: readOptionalText(row, "session_id"),
    toolCallId: readOptionalText(row, "tool_call_id"),
    metadata: readJson(row, "metadata"),
    data: readOptionalText(row, "data"),
  };
}
