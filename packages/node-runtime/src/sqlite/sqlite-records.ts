import type {
  Job,
  Organisation,
  ProviderHealth,
  RecordStore,
  SessionRecord,
  StoredEvent,
} from "@codespar/backend";
import { type DueGroup, pickDueJobs, sessionStatus } from "@codespar/backend/store";
import { readPage } from "./read-page.ts";
import type { SqlDatabase } from "./sql-database.ts";

/** Organisations, sessions, events, jobs, provider health and series of the SQLite store. */
export function sqliteRecords(sql: SqlDatabase): RecordStore {
  function ownSession(organisation: string, id: string): SessionRecord | undefined {
    return sql.json("SELECT row FROM sessions WHERE id = ? AND organisation = ?", id, organisation);
  }

  function changeOpenSession(organisation: string, id: string, change: Partial<SessionRecord>): void {
    sql.transaction(() => {
      const session = ownSession(organisation, id);
      if (session === undefined || session.closedAt !== null) return;
      sql.run("UPDATE sessions SET row = ? WHERE id = ?", JSON.stringify({ ...session, ...change }), id);
    });
  }

  return {
    async createOrganisation(organisation) {
      sql.run(
        "INSERT OR REPLACE INTO organisations VALUES (?, ?)",
        organisation.id,
        JSON.stringify(organisation),
      );
    },
    readOrganisation: async (id) => sql.json<Organisation>("SELECT row FROM organisations WHERE id = ?", id),
    async updateOrganisation(id, change) {
      sql.transaction(() => {
        const organisation = sql.json<Organisation>("SELECT row FROM organisations WHERE id = ?", id);
        if (organisation === undefined) return;
        const changed: Organisation = { ...organisation, ...change };
        sql.run("UPDATE organisations SET row = ? WHERE id = ?", JSON.stringify(changed), id);
      });
    },
    async createSession(session) {
      const { id, organisation } = session;
      sql.run("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?)", id, organisation, JSON.stringify(session));
    },
    readSession: async (organisation, id) => ownSession(organisation, id),
    touchSession: async (organisation, id, expiresAt) => changeOpenSession(organisation, id, { expiresAt }),
    closeSession: async (organisation, id, closedAt) => changeOpenSession(organisation, id, { closedAt }),
    listSessions: async (organisation, { status, now }, slice) =>
      readPage<SessionRecord>(
        (before, count) =>
          sql.jsons(
            "SELECT row FROM sessions WHERE organisation = ? AND id < ? ORDER BY id DESC LIMIT ?",
            organisation,
            before,
            count,
          ),
        (session) => status === undefined || sessionStatus(session, now) === status,
        slice,
      ),

    appendEvent: async (event, jobs = []) =>
      sql.transaction(() => {
        if (!addEvent(sql, event)) return false;
        for (const job of jobs) addJob(sql, job);
        return true;
      }),
    listEvents: (organisation, { type, since }, slice) =>
      readPage<StoredEvent>(
        (before, count) =>
          type === undefined
            ? sql.jsons(
                "SELECT row FROM events WHERE organisation = ? AND id < ? ORDER BY id DESC LIMIT ?",
                organisation,
                before,
                count,
              )
            : sql.jsons(
                "SELECT row FROM events WHERE organisation = ? AND type = ? AND id < ? ORDER BY id DESC LIMIT ?",
                organisation,
                type,
                before,
                count,
              ),
        (event) => since === undefined || event.createdAt >= since,
        slice,
      ),

    async recordProviderOutcome(provider, outcome) {
      sql.run("INSERT OR REPLACE INTO health VALUES (?, ?)", provider, JSON.stringify(outcome));
    },
    readProviderHealth: async (provider) =>
      sql.json<ProviderHealth>("SELECT row FROM health WHERE provider = ?", provider),

    addJob: async (job) => addJob(sql, job),
    takeJobs: async (kind, now, limit, leaseUntil, mostPerGroup) =>
      sql.transaction(() => {
        const due =
          mostPerGroup === undefined
            ? sql.jsons<Job>(
                "SELECT row FROM jobs WHERE kind = ? AND due_at <= ? ORDER BY due_at, number LIMIT ?",
                kind,
                now,
                limit,
              )
            : pickDueJobs(dueGroups(sql, kind, now, limit, mostPerGroup), limit);
        return due.map((job) => {
          const taken: Job = { ...job, attempts: job.attempts + 1 };
          putOff(sql, taken, leaseUntil, true);
          return taken;
        });
      }),
    async finishJob(id, retryAt) {
      sql.transaction(() => {
        if (retryAt === undefined) {
          sql.run("DELETE FROM jobs WHERE id = ?", id);
          return;
        }
        const job = sql.json<Job>("SELECT row FROM jobs WHERE id = ?", id);
        if (job !== undefined) putOff(sql, job, retryAt, false);
      });
    },

    nextNumber: async (series) => nextNumber(sql, series),
  };
}

/** False when an event of this id is there already. */
export function addEvent(sql: SqlDatabase, event: StoredEvent): boolean {
  const { id, organisation, type, createdAt, data } = event;
  const added = sql.run(
    "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?)",
    id,
    organisation,
    type,
    createdAt,
    data === null ? 0 : 1,
    JSON.stringify(event),
  );
  return added === 1;
}

/** A job of this id that exists already stays as it is. */
export function addJob(sql: SqlDatabase, job: Job): void {
  sql.run(
    "INSERT OR IGNORE INTO jobs (id, kind, in_group, due_at, is_leased, row) VALUES (?, ?, ?, ?, 0, ?)",
    job.id,
    job.kind,
    job.group ?? "",
    job.dueAt,
    JSON.stringify(job),
  );
}

/** 1, 2, 3 … for each series. */
export function nextNumber(sql: SqlDatabase, series: string): number {
  return (
    sql.number(
      "INSERT INTO numbers VALUES (?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
      series,
    ) ?? 1
  );
}

/** What may be taken of each group of a kind; a group costs a few look-ups, however many of its jobs wait. */
function dueGroups(
  sql: SqlDatabase,
  kind: string,
  now: number,
  limit: number,
  mostPerGroup: number,
): DueGroup<Job>[] {
  const groups: DueGroup<Job>[] = [];
  const first = "SELECT MIN(in_group) AS name FROM jobs WHERE kind = ?";
  let name = sql.get(first, kind)?.name;
  while (typeof name === "string") {
    const leased =
      sql.number(
        "SELECT COUNT(*) AS value FROM jobs WHERE kind = ? AND in_group = ? AND is_leased = 1 AND due_at > ?",
        kind,
        name,
        now,
      ) ?? 0;
    const due = sql.jsons<Job>(
      "SELECT row FROM jobs WHERE kind = ? AND in_group = ? AND due_at <= ? ORDER BY due_at, number LIMIT ?",
      kind,
      name,
      now,
      Math.min(limit, Math.max(0, mostPerGroup - leased)),
    );
    groups.push({ leased, due });
    name = sql.get(`${first} AND in_group > ?`, kind, name)?.name;
  }
  return groups;
}

function putOff(sql: SqlDatabase, job: Job, dueAt: number, isLeased: boolean): void {
  sql.run(
    "UPDATE jobs SET due_at = ?, is_leased = ?, row = ? WHERE id = ?",
    dueAt,
    isLeased ? 1 : 0,
    JSON.stringify({ ...job, dueAt }),
    job.id,
  );
}
