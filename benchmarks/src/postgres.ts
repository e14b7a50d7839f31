import { join } from "node:path";
import type { Store } from "@codespar/backend";
import { migrate, postgresStore } from "@codespar/postgres";
import { findBinaries, startCluster, stopCluster } from "@codespar/postgres/testing";
import type { BenchmarkOptions, Report } from "./figure.ts";
import { median } from "./median.ts";
import { execution, fill, organisations, type Way } from "./postgres/execution.ts";
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

/** Executions on PostgreSQL, in each way that the store is used; against pgbench running the same statements. */
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
    progress("1,000 organisations");
    await fill(store);
    const run = (way: Way, many = organisations, forSeconds = seconds) =>
      executions(store, way, many, forSeconds);
    for (const way of ["steps", "cold", "warm"] as const) await run(way, organisations, 1);

    const rounds = new Map<string, number[]>();
    const note = (name: string, value: number) => rounds.set(name, [...(rounds.get(name) ?? []), value]);
    const pgbench = join(binaries, "pgbench");
    for (let round = 1; round <= 5; round += 1) {
      progress(`round ${round} of 5`);
      for (const way of ["steps", "cold", "warm"] as const) note(way, await run(way));
      for (const way of ["cold", "warm"] as const)
        note(`pgbench ${way}`, await runPgbench(pgbench, { url, clients: connections, seconds, way, round }));
      note("one", await run("warm", 1));
      note("many", await run("warm"));
    }
    progress("writes of a call");
    const calls = 2_000;
    const writes = new Map<Way, { commits: number; walBytes: number }>();
    for (const way of ["steps", "cold", "warm"] as const) {
      const work = async () => {
        for (let call = 0; call < calls; call += 1) await execution(store, call % organisations, way);
      };
      writes.set(way, await measureWrites(url, work));
    }
    await store.close();

    const of = (name: string) => median(rounds.get(name) ?? []);
    const shared = "client and server share the machine's cores, and pgbench's client needs hardly any";
    for (const way of ["cold", "warm"] as const) {
      const trips = way === "warm" ? "two round trips" : "three round trips";
      figure({
        name: `executions in ${trips}, 64 in flight`,
        value: of(way),
        unit: "a second",
        baseline: `step by step, as before: ${of("steps").toFixed(0)} a second`,
      });
      figure({
        name: `executions in ${trips}, 64 in flight`,
        value: of(way) / of("steps"),
        unit: "times step by step",
      });
      figure({
        name: `executions in ${trips}, 64 in flight`,
        value: of(way) / of(`pgbench ${way}`),
        unit: "times pgbench",
        target: { atLeast: 0.7 },
        baseline: `pgbench, ${connections} clients, the same statements: ${of(`pgbench ${way}`).toFixed(0)} a second`,
        reason: shared,
      });
    }
    figure({
      name: "one busy organisation",
      value: of("one") / of("many"),
      unit: "times 1,000 organisations",
      target: { atLeast: 0.8 },
      baseline: `1,000 organisations: ${of("many").toFixed(0)} a second`,
    });
    for (const [way, { commits, walBytes }] of writes) {
      figure({ name: `commits, ${way}`, value: commits / calls, unit: "a call" });
      figure({ name: `write-ahead log, ${way}`, value: walBytes / calls, unit: "bytes a call" });
    }
  } finally {
    await stopCluster(binaries, cluster);
  }
}

/** Executions a second over so many organisations. */
async function executions(store: Store, way: Way, many: number, seconds: number): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let count = 0;
  const work = async () => {
    while (performance.now() < until) {
      count += 1;
      await execution(store, count % many, way);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return count / ((performance.now() - begun) / 1000);
}
