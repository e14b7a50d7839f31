import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, clusterAt, startCluster, stopCluster } from "./cluster.ts";
import { findBinaries } from "./find-binaries.ts";

/** Names the folder of the server that all test files of a run share; nothing is there before one of them asks. */
const variable = "CODESPAR_TEST_POSTGRES";

/** What a run of tests does once: reserves a folder, and ends the server that may have been started in it. */
export function shareCluster(): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "codespar-postgres-"));
  process.env[variable] = directory;
  return async () => {
    const binaries = findBinaries();
    if (binaries !== undefined) await stopCluster(binaries, { directory });
  };
}

/** The server of this run; the first user starts it. */
export async function sharedCluster(binaries: string): Promise<Cluster> {
  const directory = process.env[variable];
  if (directory === undefined) throw new Error("No run of tests has called shareCluster().");
  const ready = join(directory, "port");
  if (isFirst(join(directory, "claimed"))) {
    const cluster = await startCluster(binaries, { directory });
    // whole or not at all
    writeFileSync(`${ready}.new`, String(cluster.port));
    renameSync(`${ready}.new`, ready);
    return cluster;
  }
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (existsSync(ready)) return clusterAt(directory, Number(readFileSync(ready, "utf8")));
    await sleep(50);
  }
  throw new Error(`The PostgreSQL server in ${directory} did not start within a minute; see its log there.`);
}

function isFirst(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}
