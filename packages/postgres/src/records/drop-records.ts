import type { Database } from "../database/database.ts";
import { readNumber } from "../database/read-row.ts";

/** Removes what expired before, `limit` of each kind at most. Returns how many. */
export async function dropRecords(database: Database, before: number, limit: number): Promise<number> {
  let dropped = 0;
  for (const statement of statements) {
    const [row] = await database.query(
      `WITH dropped AS (${statement}) SELECT count(*) AS rows FROM dropped`,
      [before, limit],
      { isPlannedEachTime: true },
    );
    if (row !== undefined) dropped += readNumber(row, "rows");
  }
  return dropped;
}

/** One transaction each, so that none is long. */
const statements = [
  `DELETE FROM codespar.sessions WHERE id IN (
     SELECT id FROM codespar.sessions WHERE created_at < $1 AND coalesce(closed_at, expires_at) < $1
     LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING id), calls AS (
   DELETE FROM codespar.session_calls c USING dropped d WHERE c.session_id = d.id`,
  `DELETE FROM codespar.records WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM codespar.records WHERE created_at < $1 AND NOT is_pending
     LIMIT $2 FOR UPDATE SKIP LOCKED))
   RETURNING 1`,
  `DELETE FROM codespar.api_keys WHERE id IN (
     SELECT id FROM codespar.api_keys WHERE revoked_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING 1`,
  `DELETE FROM codespar.counters WHERE name IN (
     SELECT name FROM codespar.counters WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING 1`,
  // by then they are full, which is what one is that is not there
  `DELETE FROM codespar.rate_buckets WHERE name IN (
     SELECT name FROM codespar.rate_buckets WHERE full_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING 1`,
  `DELETE FROM codespar.provider_documents WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM codespar.provider_documents WHERE created_at < $1
     LIMIT $2 FOR UPDATE SKIP LOCKED))
   RETURNING 1`,
];
