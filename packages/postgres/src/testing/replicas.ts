import { join } from "node:path";
import pg from "pg";
import {
  type Cluster,
  makeDirectory,
  runProgram,
  startCluster,
  startServer,
  stopCluster,
} from "./cluster.ts";
import { findBinaries } from "./find-binaries.ts";

/** A primary whose commits wait for a standby. */
export interface Replicas extends AsyncDisposable {
  /** Of the primary. */
  port(): number;
  /** The primary is lost at once, and the standby takes its place. */
  promote(): Promise<void>;
  /** A new standby; from then on, commits wait for it. */
  attachStandby(): Promise<void>;
}

export async function startReplicas(): Promise<Replicas> {
  const found = findBinaries();
  if (found === undefined) throw new Error("There are no PostgreSQL programs. Ask hasPostgres() first.");
  const binaries = found;
  let primary = await startCluster(binaries);
  let standby: Cluster | undefined;

  async function attachStandby(): Promise<void> {
    const directory = makeDirectory();
    const from = ["-h", "127.0.0.1", "-p", String(primary.port), "-U", "codespar"];
    const how = ["-R", "-X", "stream", "-c", "fast", "--no-sync"];
    await runProgram(binaries, directory, "pg_basebackup", [...from, "-D", join(directory, "data"), ...how]);
    standby = await startServer(binaries, directory);
    await execute(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
    await execute(primary, "SELECT pg_reload_conf()");
    // commits wait for it from the moment that it is called so
    await execute(
      primary,
      `DO $$ BEGIN
         FOR i IN 1 .. 600 LOOP
           IF EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')) THEN RETURN; END IF;
           PERFORM pg_sleep(0.1);
           PERFORM pg_stat_clear_snapshot();
         END LOOP;
         RAISE EXCEPTION 'The standby is not synchronous after a minute.';
       END $$`,
    );
  }

  await attachStandby();
  return {
    port: () => primary.port,
    attachStandby,
    async promote() {
      if (standby === undefined) throw new Error("There is no standby to promote.");
      await stopCluster(binaries, primary);
      primary = standby;
      standby = undefined;
      const data = join(primary.directory, "data");
      await runProgram(binaries, primary.directory, "pg_ctl", ["promote", "-w", "-D", data]);
      // it serves alone until it has a standby of its own
      await execute(primary, "ALTER SYSTEM RESET synchronous_standby_names");
      await execute(primary, "SELECT pg_reload_conf()");
    },
    async [Symbol.asyncDispose]() {
      for (const cluster of [standby, primary])
        if (cluster !== undefined) await stopCluster(binaries, cluster);
    },
  };
}

async function execute(cluster: Cluster, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
