import { systemTimers } from "@codespar/backend";
import type { Timers } from "@codespar/backend/ports";
import { connect } from "../database/connect.ts";
import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import { parseUrl } from "../database/parse-url.ts";
import { readNumber } from "../database/read-row.ts";
import { addDays } from "./days.ts";
import { migrations, schemaVersion } from "./migrations.ts";

export interface MigrateOptions {
  /** `postgres://user:password@host:5432/database` */
  url: string;
  /** @default systemTimers */
  timers?: Timers | undefined;
}

export interface MigrationResult {
  /** Version of the schema before; 0: there was none. */
  from: number;
  to: number;
}

/** "CSpr" and a number of our own: who migrates holds it, so that of several processes one does. */
const lockNumber = 0x43537072;

/**
 * Brings the database's schema to this version, in one transaction, forwards only. Several processes may call it at once.
 * Rejects when the database has a newer schema than this version can run on.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationResult> {
  return migrateTo(options, schemaVersion);
}

/** The same for the software of another schema, which is an older one. */
export async function migrateTo(
  { url, timers = systemTimers }: MigrateOptions,
  wanted: number,
): Promise<MigrationResult> {
  const database = connect({ url, timers, maxConnections: 1, statementTimeoutMs: 600_000 });
  try {
    const from = await installedVersion(database);
    if (from < wanted) await database.query(migrationSql(wanted), [], { isPlannedEachTime: true });
    const { version } = await checkSchema(database, parseUrl(url).name, wanted);
    await addDays(database);
    return { from, to: version };
  } finally {
    await database.close();
  }
}

/** What is installed, checked against what this version of the software can run on. */
export async function checkSchema(
  database: Database,
  databaseName: string,
  wanted = schemaVersion,
): Promise<{ version: number }> {
  const version = await installedVersion(database);
  if (version < wanted) {
    const has =
      version === 0 ? "has no tables of CodeSpar yet" : `has schema ${version}, older than ${wanted}`;
    throw new DatabaseError(`The database ${databaseName} ${has}. Run the migration first.`, {
      isTemporary: false,
    });
  }
  const [row] = await database.query("SELECT max(readable_from) AS version FROM codespar.schema_versions");
  const readableFrom = row === undefined ? 0 : readNumber(row, "version");
  if (readableFrom > wanted) {
    throw new DatabaseError(
      `The database ${databaseName} has schema ${version}, which needs a newer CodeSpar: this one knows schema ${wanted}. Upgrade this process, or give it another database.`,
      { isTemporary: false },
    );
  }
  return { version };
}

async function installedVersion(database: Database): Promise<number> {
  const [found] = await database.query(
    "SELECT to_regclass('codespar.schema_versions') IS NOT NULL AS is_there",
  );
  if (found?.is_there !== true) return 0;
  const [row] = await database.query(
    "SELECT coalesce(max(version), 0) AS version FROM codespar.schema_versions",
  );
  return row === undefined ? 0 : readNumber(row, "version");
}

/** One text of several statements is one transaction; each step looks again, now that it has the lock. */
function migrationSql(wanted: number): string {
  const steps = migrations
    .filter(({ version }) => version <= wanted)
    .map(
      ({ version, readableFrom, sql }) => `
DO $migration$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM codespar.schema_versions WHERE version = ${version}) THEN
    EXECUTE $step$${sql}$step$;
    INSERT INTO codespar.schema_versions VALUES (${version}, ${readableFrom}, now());
  END IF;
END $migration$;`,
    );
  return `
SET LOCAL client_min_messages = warning;
SELECT pg_advisory_xact_lock(${lockNumber});
CREATE SCHEMA IF NOT EXISTS codespar;
CREATE TABLE IF NOT EXISTS codespar.schema_versions (
  version integer PRIMARY KEY, readable_from integer NOT NULL, migrated_at timestamptz NOT NULL
);
${steps.join("\n")}`;
}
