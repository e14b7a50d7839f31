import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchmarkOptions, Report } from "../figure.ts";
import { loadClient } from "./load-client.ts";
import { startServer } from "./start-server.ts";

/** What the server holds after many calls: each of them in memory, none of them with a directory. */
export async function measureMemory({ figure, progress }: Report, { long }: BenchmarkOptions): Promise<void> {
  const inMemory = await growth(long ? 1_000_000 : 50_000, undefined);
  figure({
    name: `memory of a call, kept in the memory of the server, after ${inMemory.calls}`,
    value: inMemory.heap / inMemory.calls / 1000,
    unit: "kB",
    baseline: `the heap after the first 10,000 calls; ${(inMemory.last / 1e6).toFixed(0)} MB at the end`,
  });
  const directory = mkdtempSync(join(tmpdir(), "codespar-bench-"));
  try {
    const onDisk = await growth(long ? 1_000_000 : 10_000, directory);
    figure({
      name: `growth of the server's heap over ${onDisk.calls} calls with --data`,
      value: onDisk.heap / 1e6,
      unit: "MB",
      target: { atMost: 10 },
      baseline: `the heap after the first 10,000 calls; ${(onDisk.last / 1e6).toFixed(0)} MB at the end`,
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }

  /** Bytes that the heap grows by, from when everything is compiled and every bounded list is full. */
  async function growth(calls: number, data: string | undefined) {
    const server = await startServer("./sandbox-server.ts", ...(data === undefined ? [] : [data]));
    const client = loadClient(server.origin, 64);
    try {
      const sessionId = await client.openSession();
      await client.pay(sessionId, 10_000);
      const before = await server.cost();
      await client.pay(sessionId, calls, (done) => {
        if (done % 1_000 === 0)
          progress(`${done} of ${calls} calls ${data === undefined ? "" : "with --data"}`);
      });
      const { heap } = await server.cost();
      return { calls, heap: heap - before.heap, last: heap };
    } finally {
      await client.close();
      server.stop();
    }
  }
}
