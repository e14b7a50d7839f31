import { join } from "node:path";
import type { Store } from "@codespar/backend";
import { migrate, postgresStore } from "@codespar/postgres";
import { findBinaries, startCluster, stopCluster } from "@codespar/postgres/testing";
import type { BenchmarkOptions, Report } from "./figure.ts";
import { median } from "./median.ts";
import { execution } from "./postgres/execution.ts";
import { measureWrites } from "./postgres/measure-writes.ts";
import { runPgbench } from "./postgres/run-pgbench.ts";

const inFlight = 64;
/** As many for both, so that the server has the same to do. */
const connections = 32;

/** A server as in production: what it has committed is on the disk. */
const settings = [
  "fsync=on",
  "full_page_writes=on",
  "shared_buffers=512MB",
  "max_wal_size=8GB",
  "autovacuum_naptime=60s",
];

/** Executions on PostgreSQL: begun, dispatched, settled; against pgbench running the same statements. */
export async function postgres({ figure, progress }: Report, { long }: BenchmarkOptions): Promise<void> {
  const binaries = findBinaries();
  if (binaries === undefined) {
    figure({
      name: "skipped: no PostgreSQL programs here (Debian: apt-get install postgresql)",
      value: 0,
      unit: "runs",
    });
    return;
  }
  const seconds = long ? 20 : 3;
  const cluster = await startCluster(binaries, { more: settings });
  try {
    const url = cluster.url("postgres");
    await migrate({ url });
    const store = await postgresStore({ url, maxConnections: connections });
    const run = (organisations: number, forSeconds = seconds) => executions(store, organisations, forSeconds);
    await run(1000, 2);

    const rounds: Record<"ours" | "pgbench" | "one" | "many", number[]> = {
      ours: [],
      pgbench: [],
      one: [],
      many: [],
    };
    for (let round = 1; round <= 5; round += 1) {
      progress(`round ${round} of 5`);
      rounds.ours.push(await run(1000));
      rounds.pgbench.push(
        await runPgbench(join(binaries, "pgbench"), { url, clients: connections, seconds, round }),
      );
      rounds.one.push(await run(1));
      rounds.many.push(await run(1000));
    }
    progress("writes of a call");
    const calls = 2_000;
    const writes = await measureWrites(url, async () => {
      for (let call = 0; call < calls; call += 1) await execution(store, call % 1000);
    });
    await store.close();

    const [ours, theirs] = [median(rounds.ours), median(rounds.pgbench)];
    figure({ name: "executions, 64 in flight", value: ours, unit: "a second" });
    figure({
      name: "executions, 64 in flight",
      value: ours / theirs,
      unit: "times pgbench",
      target: { atLeast: 0.7 },
      baseline: `pgbench, ${connections} clients, the same statements: ${theirs.toFixed(0)} a second`,
      reason: "client and server share the machine's cores, and pgbench's client needs hardly any",
    });
    figure({
      name: "one busy organisation",
      value: median(rounds.one) / median(rounds.many),
      unit: "times 1,000 organisations",
      target: { atLeast: 0.8 },
      baseline: `1,000 organisations: ${median(rounds.many).toFixed(0)} a second`,
    });
    figure({ name: "commits", value: writes.commits / calls, unit: "a call" });
    figure({ name: "write-ahead log", value: writes.walBytes / calls, unit: "bytes a call" });
  } finally {
    await stopCluster(binaries, cluster);
  }
}

/** Executions a second over so many organisations. */
async function executions(store: Store, organisations: number, seconds: number): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let count = 0;
  const work = async () => {
    while (performance.now() < until) {
      count += 1;
      await execution(store, count % organisations);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return count / ((performance.now() - begun) / 1000);
}
