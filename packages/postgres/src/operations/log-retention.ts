import type { Database } from "../database/database.ts";
import { readNumber, readText } from "../database/read-row.ts";

const repeatable = { isRepeatable: true };

/**
 * Erases arguments, responses and streams of calls that ended before, their keys, the data of events and the arguments of
 * approvals; `limit` of each at most. Returns how many calls.
 */
export async function erasePayloads(database: Database, before: number, limit: number): Promise<number> {
  // asked for at every tick; mostly there is nothing
  const [due] = await database.query(
    `SELECT EXISTS (SELECT 1 FROM codespar.operation_payloads WHERE completed_at < $1) AS payloads,
       EXISTS (SELECT 1 FROM codespar.events WHERE data IS NOT NULL AND created_at < $1) AS events,
       EXISTS (SELECT 1 FROM codespar.records WHERE arguments IS NOT NULL AND created_at < $1) AS records`,
    [before],
    repeatable,
  );
  if (due?.events === true) await eraseEvents(database, before, limit);
  if (due?.records === true) await eraseArguments(database, before);
  return due?.payloads === true ? eraseOperations(database, before, limit) : 0;
}

async function eraseOperations(database: Database, before: number, limit: number): Promise<number> {
  const [row] = await database.query(
    `WITH due AS (
       SELECT id FROM codespar.operation_payloads WHERE completed_at < $1
       ORDER BY completed_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ), erased AS (
       DELETE FROM codespar.operation_payloads p USING due WHERE p.id = due.id
       RETURNING p.id, p.organisation, p.key
     ), keys AS (
       DELETE FROM codespar.operation_keys k USING erased e
       WHERE k.organisation = e.organisation AND k.key = e.key AND k.operation = e.id
     ), streams AS (
       DELETE FROM codespar.streams s USING erased e WHERE s.operation = e.id
     )
     SELECT count(*) AS operations FROM erased`,
    [before, limit],
    { isPlannedEachTime: true },
  );
  return row === undefined ? 0 : readNumber(row, "operations");
}

async function eraseEvents(database: Database, before: number, limit: number): Promise<void> {
  const rows = await database.query(
    "SELECT id FROM codespar.events WHERE data IS NOT NULL AND created_at < $1 ORDER BY created_at LIMIT $2",
    [before, limit],
    repeatable,
  );
  // the ids lead to their days; a plan for all days would take longer than the work
  await database.query(
    "UPDATE codespar.events SET data = NULL WHERE id = ANY ($1)",
    [rows.map((row) => readText(row, "id"))],
    { isRepeatable: true, isPlannedEachTime: true },
  );
}

async function eraseArguments(database: Database, before: number): Promise<void> {
  await database.query(
    "UPDATE codespar.records SET arguments = NULL WHERE arguments IS NOT NULL AND created_at < $1",
    [before],
    repeatable,
  );
}

/**
 * Removes what is old of the rest: what is in no day. Days go as a whole, when they are over. Returns how many log rows,
 * `limit` at most.
 */
export async function dropRest(database: Database, before: number, limit: number): Promise<number> {
  await database.query(
    `DELETE FROM codespar.events_rest WHERE id IN (
       SELECT id FROM codespar.events_rest WHERE created_at < $1 AND data IS NULL
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
    repeatable,
  );
  const [row] = await database.query(
    `WITH dropped AS (
       DELETE FROM codespar.operations_log_rest WHERE id IN (
         SELECT id FROM codespar.operations_log_rest l WHERE created_at < $1
         AND NOT EXISTS (SELECT 1 FROM codespar.operation_payloads p WHERE p.id = l.id)
         ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING 1
     )
     SELECT count(*) AS operations FROM dropped`,
    [before, limit],
    repeatable,
  );
  return row === undefined ? 0 : readNumber(row, "operations");
}
