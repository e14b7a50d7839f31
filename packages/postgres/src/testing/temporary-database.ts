import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../schema/migrate.ts";
import type { Cluster } from "./cluster.ts";
import { findBinaries } from "./find-binaries.ts";
import { sharedCluster } from "./shared-cluster.ts";

const binaries = findBinaries();

/** Whether this machine has PostgreSQL's programs. Where it has not, says so once, so that no skip is silent. */
export function hasPostgres(what: string): boolean {
  if (binaries !== undefined) return true;
  process.stderr.write(
    `SKIPPED: ${what}: no PostgreSQL programs here. Install them (Debian: apt-get install postgresql) or set PG_BIN to their folder.\n`,
  );
  return false;
}

export interface TestConnection {
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
}

export interface TemporaryDatabase extends AsyncDisposable {
  url: string;
  cluster: Cluster;
  /** A connection of the test's own, for transactions; to be ended by it. */
  connect(): Promise<TestConnection>;
  /** Statements of the test's own. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

let template: Promise<string> | undefined;

/** A database of its own on the run's server, with the tables unless `isEmpty`; dropped when it is disposed of. */
export async function temporaryDatabase({ isEmpty = false } = {}): Promise<TemporaryDatabase> {
  if (binaries === undefined) throw new Error("There are no PostgreSQL programs. Ask hasPostgres() first.");
  const cluster = await sharedCluster(binaries);
  const name = `test_${randomBytes(6).toString("hex")}`;
  template ??= makeTemplate(cluster);
  const from = isEmpty ? "template0" : await template;
  // files that nobody syncs are copied faster than blocks are logged
  await execute(
    cluster.url("postgres"),
    `CREATE DATABASE ${name} TEMPLATE ${from}${await copyStrategy(cluster)}`,
  );
  const url = cluster.url(name);
  return {
    url,
    cluster,
    async connect() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    },
    query: (text, values) => execute(url, text, values),
    async [Symbol.asyncDispose]() {
      await execute(cluster.url("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

let strategy: Promise<string> | undefined;

/** PostgreSQL 14 has one way alone and no word for it. */
function copyStrategy(cluster: Cluster): Promise<string> {
  strategy ??= execute(cluster.url("postgres"), "SHOW server_version_num").then(([row]) =>
    Number(row?.server_version_num) >= 150_000 ? " STRATEGY file_copy" : "",
  );
  return strategy;
}

async function makeTemplate(cluster: Cluster): Promise<string> {
  const name = `template_${randomBytes(6).toString("hex")}`;
  await execute(cluster.url("postgres"), `CREATE DATABASE ${name} TEMPLATE template0`);
  await migrate({ url: cluster.url(name) });
  return name;
}

async function execute(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text, values: [...values] })).rows;
  } finally {
    await client.end();
  }
}
