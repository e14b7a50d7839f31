import type { Timers } from "@codespar/backend/ports";
import pg from "pg";
import type { Database, QueryOptions, SqlRow, SqlValue } from "./database.ts";
import { classifyFailure, describeFailure, type Failure, getCode } from "./database-error.ts";
import { parseUrl } from "./parse-url.ts";

export interface ConnectOptions {
  /** `postgres://user:password@host:5432/database?sslmode=…` */
  url: string;
  /** @default 10 */
  maxConnections?: number | undefined;
  /** Milliseconds to wait for a connection, new or free. @default 5000 */
  connectTimeoutMs?: number | undefined;
  /** Milliseconds that a statement may take; the server ends it then. @default 15000 */
  statementTimeoutMs?: number | undefined;
  timers: Timers;
}

/** Milliseconds before a statement is tried again that may be. */
const retryDelaysMs = [50, 200, 800, 2_000];

/** Milliseconds over the server's own limit after which the network is taken to be silent. */
const silenceMs = 2_000;

// numbers of ours stay below 2^53
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    // the driver's declaration knows its own enumeration alone
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** A pool of connections. Nothing is connected before the first statement. */
export function connect({
  url,
  maxConnections = 10,
  connectTimeoutMs = 5_000,
  statementTimeoutMs = 15_000,
  timers,
}: ConnectOptions): Database {
  const { name } = parseUrl(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: statementTimeoutMs + silenceMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: "codespar",
    types,
    // settings of the database or the role must not change what the statements mean
    onConnect: async (client) => {
      await client.query(
        `SET statement_timeout = ${statementTimeoutMs}; SET default_transaction_isolation = 'read committed'; SET jit = off`,
      );
    },
  });
  // an idle connection that breaks has left the pool already
  pool.on("error", () => {});

  async function attempt(
    text: string,
    values: readonly SqlValue[],
    options: QueryOptions,
  ): Promise<{ rows: SqlRow[] } | { failure: Failure }> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      return { failure: classifyFailure(error, true) };
    }
    // the statement rejects as well when its connection breaks
    const ignore = () => {};
    client.on("error", ignore);
    let isBroken = false;
    try {
      const prepared = options.isPlannedEachTime ? {} : { name: statementName(text) };
      const { rows } = await client.query({ text, values: [...values], ...prepared });
      return { rows };
    } catch (error) {
      const failure = classifyFailure(error, false);
      // a connection to a standby leads nowhere, however often it is tried
      isBroken = failure.kind === "lost" || getCode(error) === "25006";
      return { failure };
    } finally {
      client.off("error", ignore);
      client.release(isBroken);
    }
  }

  return {
    async query(text, values = [], options = {}) {
      for (let tries = 0; ; tries += 1) {
        const result = await attempt(text, values, options);
        if ("rows" in result) return result.rows;
        const { failure } = result;
        const delay = retryDelaysMs[tries];
        const mayRepeat =
          failure.kind === "refused" || (failure.kind === "lost" && options.isRepeatable === true);
        if (!mayRepeat || delay === undefined || pool.ending) throw describeFailure(failure, name);
        await new Promise<void>((resolve) => timers.after(delay, resolve));
      }
    },
    close: () => pool.end(),
  };
}

const names = new Map<string, string>();

/** The same text has the same name on each connection, so that it is parsed and planned once there. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `codespar_${names.size}`;
  names.set(text, name);
  return name;
}
