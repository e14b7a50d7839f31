import type { Organisation, RecordStore } from "@codespar/backend";
import type { Database, SqlRow } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { readBoolean, readJson, readNumber, readText } from "../database/read-row.ts";
import { toText } from "../database/to-text.ts";
import { postgresEvents } from "./postgres-events.ts";
import { postgresJobs } from "./postgres-jobs.ts";
import { postgresSessions } from "./postgres-sessions.ts";

const repeatable = { isRepeatable: true };

/** Organisations, sessions, events, jobs, provider health and series of the PostgreSQL store. */
export function postgresRecords(context: { database: Database; clock: DatabaseClock }): RecordStore {
  const { database } = context;
  return {
    ...postgresSessions(database),
    ...postgresEvents(context),
    ...postgresJobs(context),
    async createOrganisation({ plan, overageEnabled, ...constant }) {
      await database.query(
        `INSERT INTO codespar.organisations VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET plan = $2, overage_enabled = $3, row = $4`,
        [constant.id, plan, overageEnabled, JSON.stringify(constant)],
        repeatable,
      );
    },
    async readOrganisation(id) {
      const [row] = await database.query(
        "SELECT plan, overage_enabled, row FROM codespar.organisations WHERE id = $1",
        [id],
        repeatable,
      );
      return row === undefined ? undefined : readOrganisation(row);
    },
    async updateOrganisation(id, { plan, overageEnabled, suspendedAt }) {
      await database.query(
        `UPDATE codespar.organisations SET plan = coalesce($2, plan), overage_enabled = coalesce($3, overage_enabled),
           row = CASE WHEN $4::jsonb IS NULL THEN row ELSE (row::jsonb || $4::jsonb)::text END
         WHERE id = $1`,
        [
          id,
          plan ?? null,
          overageEnabled ?? null,
          suspendedAt === undefined ? null : JSON.stringify({ suspendedAt }),
        ],
        repeatable,
      );
    },
    async recordProviderOutcome(circuit, health) {
      await database.query(
        `INSERT INTO codespar.provider_health SELECT $1, $2 WHERE codespar.may_be_lost()
         ON CONFLICT (provider) DO UPDATE SET row = $2`,
        [toText(circuit), JSON.stringify(health)],
        repeatable,
      );
    },
    async readProviderHealth(circuit) {
      const [row] = await database.query(
        "SELECT row FROM codespar.provider_health WHERE provider = $1",
        [toText(circuit)],
        repeatable,
      );
      return row === undefined ? undefined : readJson(row, "row");
    },
    async nextNumber(series) {
      const [row] = await database.query(
        `INSERT INTO codespar.numbers AS n VALUES ($1, 1)
         ON CONFLICT (series) DO UPDATE SET value = n.value + 1 RETURNING value`,
        [series],
      );
      if (row === undefined) throw new Error(`Series ${series} has no number.`);
      return readNumber(row, "value");
    },
  };
}

export function readOrganisation(row: SqlRow): Organisation {
  return {
    ...readJson<Omit<Organisation, "overageEnabled" | "plan">>(row, "row"),
    // this store wrote it from a plan
    plan: readText(row, "plan") as Organisation["plan"],
    overageEnabled: readBoolean(row, "overage_enabled"),
  };
}
