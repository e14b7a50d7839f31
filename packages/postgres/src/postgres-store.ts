import { type CentralBuckets, type Clock, type Store, systemTimers } from "@codespar/backend";
import type { Timers } from "@codespar/backend/ports";
import { connect } from "./database/connect.ts";
import type { Database } from "./database/database.ts";
import { callersClock, type DatabaseClock, databaseClock } from "./database/database-clock.ts";
import { connectHints } from "./database/hints.ts";
import { parseUrl } from "./database/parse-url.ts";
import { readOptionalNumber, readText } from "./database/read-row.ts";
import { OperationWaiters } from "./operations/operation-waiters.ts";
import { postgresOperations } from "./operations/postgres-operations.ts";
import { postgresApiKeys } from "./records/postgres-api-keys.ts";
import { postgresRecords } from "./records/postgres-records.ts";
import { postgresSmallRecords } from "./records/postgres-small-records.ts";
import { postgresTogether } from "./records/postgres-together.ts";
import { rateBuckets } from "./records/rate-buckets.ts";
import { checkSchema } from "./schema/migrate.ts";
import { schemaVersion } from "./schema/migrations.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:5432/database`, with `?sslmode=verify-full` where the network is not one's own. */
  url: string;
  /** Connections that this process opens at most, beside one that listens. @default 10 */
  maxConnections?: number | undefined;
  /** Milliseconds to wait for a connection, new or free. @default 5000 */
  connectTimeoutMs?: number | undefined;
  /** Milliseconds that a statement may take. @default 15000 */
  statementTimeoutMs?: number | undefined;
  /** Milliseconds after which waiters look for what other processes have done, should no hint come. @default 250 */
  pollMs?: number | undefined;
  /** @default systemTimers */
  timers?: Timers | undefined;
  /**
   * The clock that callers of the store read. Leases and due times are translated to the database's clock, so that
   * processes whose clocks differ agree on them; null stores times as they are passed, for clocks that are not real.
   * @default the system's
   */
  clock?: Clock | null | undefined;
  /** Called with what goes wrong in the background. @default nobody */
  reportError?: ((error: unknown) => void) | undefined;
}

/** Milliseconds between two looks at how far the caller's clock and the database's are apart. */
const measureEveryMs = 60_000;

export interface PostgresStore extends Store {
  /** For rate limits that hold over all processes on the database. */
  rates: CentralBuckets;
}

/** A store in PostgreSQL, for several processes on one database. Rejects when the schema is not this version's. */
export async function postgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  return storeOfSchema(options, schemaVersion);
}

/** The same on an older schema, of which a test stands for the software of that time. */
export async function storeOfSchema(
  {
    url,
    maxConnections,
    connectTimeoutMs,
    statementTimeoutMs,
    pollMs = 250,
    timers = systemTimers,
    clock = { now: () => Date.now() },
    reportError = () => {},
  }: PostgresStoreOptions,
  wanted: number,
): Promise<PostgresStore> {
  const database = connect({ url, maxConnections, connectTimeoutMs, statementTimeoutMs, timers });
  try {
    await checkSchema(database, parseUrl(url).name, wanted);
    const leaseClock =
      clock === null ? callersClock : databaseClock({ database, clock, monotonic: () => performance.now() });
    await leaseClock.measure();
    return assemble({ url, database, clock: leaseClock, timers, pollMs, reportError });
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Parts {
  url: string;
  database: Database;
  clock: DatabaseClock;
  timers: Timers;
  pollMs: number;
  reportError(error: unknown): void;
}

function assemble({ url, database, clock, timers, pollMs, reportError }: Parts): PostgresStore {
  const waiters = new OperationWaiters({
    timers,
    pollMs,
    reportError,
    findChanged: (waiting) => findChanged(database, waiting),
  });
  const hints = connectHints({
    url,
    timers,
    reportError,
    onHint: (ids) => {
      for (const id of ids) waiters.wake(id);
    },
    onConnect: () => waiters.wakeAll(),
  });
  const stopMeasuring = repeat(timers, measureEveryMs, () => clock.measure().catch(reportError));
  return {
    ...postgresApiKeys(database),
    ...postgresRecords({ database, clock }),
    ...postgresSmallRecords(database),
    ...postgresOperations({ database, clock, waiters, hint: hints.send }),
    ...postgresTogether(database),
    rates: rateBuckets(database),
    async nextDueAt(after = Number.MIN_SAFE_INTEGER) {
      const [row] = await database.query(
        `SELECT least(
           (SELECT min(lease_until) FROM codespar.operations_open WHERE lease_until > $1),
           (SELECT min(due_at) FROM codespar.jobs WHERE due_at > $1)) AS due_at`,
        [clock.toDatabase(after)],
        { isRepeatable: true },
      );
      const due = row === undefined ? null : readOptionalNumber(row, "due_at");
      return due === null ? undefined : clock.fromDatabase(due);
    },
    async close() {
      stopMeasuring();
      await hints.close();
      await database.close();
    },
  };
}

/** Calls `work` again that long after it has ended. Returns a function that stops it. */
function repeat(timers: Timers, everyMs: number, work: () => Promise<void>): () => void {
  let isStopped = false;
  let cancel = () => {};
  const next = () => {
    if (isStopped) return;
    cancel = timers.after(everyMs, () => void work().then(next));
  };
  next();
  return () => {
    isStopped = true;
    cancel();
  };
}

/** Those that have settled, are gone, or have a longer stream than somebody knows. */
async function findChanged(database: Database, waiting: ReadonlyMap<string, number>): Promise<string[]> {
  const lengths = [...waiting.values()].map((length) => Math.min(length, 2 ** 31 - 1));
  const rows = await database.query(
    `SELECT w.id FROM unnest($1::text[], $2::integer[]) AS w (id, length)
     LEFT JOIN codespar.operations_open o ON o.id = w.id
     WHERE o.id IS NULL OR o.state = 'unknown' OR o.stream_length > w.length`,
    [[...waiting.keys()], lengths],
    { isRepeatable: true },
  );
  return rows.map((row) => readText(row, "id"));
}
