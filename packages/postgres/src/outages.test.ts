import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Timers } from "@codespar/backend/ports";
import { payThroughOutage } from "@codespar/backend/testing";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { postgresStore } from "./postgres-store.ts";
import { migrate } from "./schema/migrate.ts";
import { makeDirectory, startCluster, stopCluster } from "./testing/cluster.ts";
import { findBinaries } from "./testing/find-binaries.ts";
import { tcpProxy } from "./testing/tcp-proxy.ts";
import { hasPostgres, temporaryDatabase } from "./testing.ts";

/** Waits for little, so that who is refused hears it soon. */
const hurried: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(delayMs, 20));
    return () => clearTimeout(timer);
  },
};

const exact = { duplicates: 0, losses: 0 };

function expectExact(report: Awaited<ReturnType<typeof payThroughOutage>>): void {
  const { statuses, messages, keys, ...counts } = report;
  expect(counts).toEqual({ ...exact, used: keys });
  expect(statuses).toContain("503 with retry-after");
  expect(statuses.filter((status) => !/^(200|503 with retry-after|504)$/.test(status))).toEqual([]);
  expect(messages.join(" ")).toContain("Repeat the request with the same idempotency key");
}

describe.runIf(hasPostgres("outages of the database"))(
  "payments over a database that cannot be used for a while",
  () => {
    it("are made once each though the network is cut", { timeout: 60_000 }, async () => {
      await using database = await temporaryDatabase();
      await using proxy = await tcpProxy(database.cluster.port);
      const url = proxy.url(database.url.split("/").at(-1) ?? "");
      const store = await postgresStore({ url, clock: null, timers: hurried });
      const report = await payThroughOutage(store, {
        begin() {
          proxy.refuse(true);
          proxy.cut();
        },
        end: () => proxy.refuse(false),
      });
      await store.close();
      expectExact(report);
    });

    it("are made once each though all connections of the process are held up", {
      timeout: 60_000,
    }, async () => {
      await using database = await temporaryDatabase();
      const store = await postgresStore({
        url: database.url,
        clock: null,
        maxConnections: 2,
        connectTimeoutMs: 100,
        statementTimeoutMs: 2_000,
      });
      const holder = await database.connect();
      const report = await payThroughOutage(store, {
        async begin() {
          await holder.query("BEGIN; LOCK TABLE codespar.operation_keys IN ACCESS EXCLUSIVE MODE");
          // two that wait for the lock are all that there are
          void store.findOperationByKey("org_a", "1", 0).catch(() => {});
          void store.findOperationByKey("org_a", "2", 0).catch(() => {});
        },
        end: async () => void (await holder.query("ROLLBACK")),
      });
      await holder.end();
      await store.close();
      expectExact(report);
    });

    it.runIf(mayMount())("are made once each though the disk is full", { timeout: 120_000 }, async () => {
      // a server of its own: one whose disk is gone can make no checkpoint any more
      const binaries = findBinaries() ?? "";
      const cluster = await startCluster(binaries);
      const folder = makeDirectory();
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m,mode=0777", "tmpfs", folder]);
        execFileSync("chown", ["--reference", cluster.directory, folder]);
        const admin = await postgresConnection(cluster.url("postgres"));
        await admin.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
        await admin.query("CREATE DATABASE small TABLESPACE small TEMPLATE template0");
        await admin.end();
        const url = cluster.url("small");
        await migrate({ url });
        const store = await postgresStore({ url, clock: null, timers: hurried });
        const report = await payThroughOutage(
          store,
          { begin: () => fillUp(folder), end: () => rmSync(join(folder, "filler")) },
          300,
        );
        await store.close();
        expectExact(report);
      } finally {
        await stopCluster(binaries, cluster);
        execFileSync("umount", ["-l", folder]);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

async function postgresConnection(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function fillUp(folder: string): void {
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${join(folder, "filler")}`, "bs=4k"], { stdio: "ignore" });
  } catch {
    // it ends when nothing more fits
  }
}

/** Whether a small disk can be made here. Where not, says so, so that no skip is silent. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "codespar-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder]);
    return true;
  } catch {
    process.stderr.write("SKIPPED: a full disk under PostgreSQL: only root may mount a small one here.\n");
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
