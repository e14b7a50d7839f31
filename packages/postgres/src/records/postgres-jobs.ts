import type { Job, RecordStore } from "@codespar/backend";
import type { Database } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { toText } from "../database/to-text.ts";
import { readJob } from "./job-row.ts";

type JobMethods = Pick<RecordStore, "addJob" | "finishJob" | "takeJobs">;

/** Work that falls due. */
export function postgresJobs({ database, clock }: { database: Database; clock: DatabaseClock }): JobMethods {
  return {
    async addJob(job) {
      await database.query(`${insertJobs("$1", "$2", "$3", "$4", "$5", "$6")}`, jobValues([job], clock), {
        isRepeatable: true,
      });
    },
    async takeJobs(kind, now, limit, leaseUntil, mostPerGroup) {
      const times = [kind, clock.toDatabase(now), limit, clock.toDatabase(leaseUntil)];
      const rows =
        mostPerGroup === undefined
          ? await database.query(takeEarliest, times)
          : await database.query("SELECT * FROM codespar.take_jobs_fairly_1($1, $2, $3, $4, $5)", [
              ...times,
              mostPerGroup,
            ]);
      return rows.map((row) => readJob(row, clock));
    },
    async finishJob(id, retryAt) {
      const [text, values] =
        retryAt === undefined
          ? ["DELETE FROM codespar.jobs WHERE id = $1", []]
          : [
              "UPDATE codespar.jobs SET due_at = $2, is_leased = false WHERE id = $1",
              [clock.toDatabase(retryAt)],
            ];
      await database.query(text, [toText(id), ...values], { isRepeatable: true });
    },
  };
}

const takeEarliest = `WITH due AS (
    SELECT number, due_at FROM codespar.jobs WHERE kind = $1 AND due_at <= $2
    ORDER BY due_at, number LIMIT $3 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE codespar.jobs j SET due_at = $4, is_leased = true, attempts = j.attempts + 1
    FROM due WHERE j.number = due.number
    RETURNING j.id, j.kind, j.in_group, j.has_group, due.due_at, j.attempts, j.payload, j.number
  )
  SELECT * FROM taken ORDER BY due_at, number`;

/** Adds jobs, given as six lists; one of an id that exists already stays as it is. */
export function insertJobs(
  ids: string,
  kinds: string,
  groups: string,
  times: string,
  attempts: string,
  payloads: string,
): string {
  return `INSERT INTO codespar.jobs (id, kind, in_group, has_group, due_at, attempts, payload)
    SELECT id, kind, coalesce(in_group, ''), in_group IS NOT NULL, due_at, attempts, payload
    FROM unnest(${ids}::text[], ${kinds}::text[], ${groups}::text[], ${times}::bigint[], ${attempts}::integer[],
      ${payloads}::text[]) AS job (id, kind, in_group, due_at, attempts, payload)
    ON CONFLICT DO NOTHING`;
}

/** The six lists. */
export function jobValues(jobs: readonly Job[], clock: DatabaseClock) {
  return [
    jobs.map(({ id }) => toText(id)),
    jobs.map(({ kind }) => kind),
    jobs.map(({ group }) => (group === undefined ? null : toText(group))),
    jobs.map(({ dueAt }) => clock.toDatabase(dueAt)),
    jobs.map(({ attempts }) => attempts),
    jobs.map(({ payload }) => payload),
  ] as const;
}
