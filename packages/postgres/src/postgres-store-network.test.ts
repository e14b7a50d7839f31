import { describe, expect, it } from "vitest";
import { DatabaseError } from "./database/database-error.ts";
import { type PostgresStoreOptions, postgresStore } from "./postgres-store.ts";
import { call, end } from "./testing/calls.ts";
import { type TcpProxy, tcpProxy } from "./testing/tcp-proxy.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "./testing.ts";

const noon = Date.UTC(2026, 2, 10, 12);

async function behindProxy(
  test: (parts: {
    store: Awaited<ReturnType<typeof postgresStore>>;
    proxy: TcpProxy;
    database: TemporaryDatabase;
  }) => Promise<void>,
  options: Partial<PostgresStoreOptions> = {},
): Promise<void> {
  await using database = await temporaryDatabase();
  await using proxy = await tcpProxy(database.cluster.port);
  const url = proxy.url(database.url.split("/").at(-1) ?? "");
  const store = await postgresStore({ url, clock: null, ...options });
  try {
    await test({ store, proxy, database });
  } finally {
    await store.close();
  }
}

describe.runIf(hasPostgres("a network that fails"))("postgresStore on a network that fails", () => {
  it("goes on with new connections when the old ones were cut", async () => {
    await behindProxy(async ({ store, proxy }) => {
      await store.nextNumber("a");
      proxy.cut();
      expect((await store.beginOperation(call(1, noon))).outcome).toBe("started");
      expect(await store.nextNumber("a")).toBe(2);
    });
  });

  it("waits a moment for a database that is away and comes back", async () => {
    await behindProxy(async ({ store, proxy }) => {
      proxy.refuse(true);
      proxy.cut();
      const reading = store.readOrganisation("org_a");
      proxy.refuse(false);
      expect(await reading).toBeUndefined();
    });
  });

  it("begins once when the response to the first try is lost", async () => {
    await behindProxy(async ({ store, proxy, database }) => {
      proxy.cutAfter("key-77");
      const begun = await store.beginOperation(call(77, noon, { quota: 5 }));
      expect(begun).toMatchObject({ outcome: "started", operation: { lease: 1, state: "running" } });
      expect(await database.query("SELECT id FROM codespar.operations_open")).toEqual([
        { id: "tc_0000000077" },
      ]);
      expect(
        await database.query("SELECT sum(reserved)::int AS reserved FROM codespar.usage_stripes"),
      ).toEqual([{ reserved: 1 }]);
    });
  });

  it("marks an attempt once, and settles and charges once, when the responses are lost", async () => {
    await behindProxy(async ({ store, proxy }) => {
      await store.beginOperation(call(1, noon));
      proxy.cutAfter("the-provider");
      const attempt = {
        provider: "the-provider",
        outcome: "pending" as const,
        at: "2026-03-10T12:00:00.000Z",
      };
      const turn = {
        attempt,
        account: "org_a",
        note: { connection: null, call: null },
        leaseUntil: noon + 35_000,
      };
      expect(await store.markDispatched("tc_0000000001", 1, turn)).toBe(true);
      expect((await store.findOperation("tc_0000000001"))?.attempts).toEqual([attempt]);
      proxy.cutAfter('"once":1');
      const settled = await store.settleOperation("tc_0000000001", 1, {
        ...end(noon + 5),
        response: { status: 200, body: '{"once":1}' },
      });
      expect(settled.state).toBe("succeeded");
      expect(await store.readUsage("org_a", "2026-03")).toEqual({
        used: 1,
        byTool: { codespar_pay: 1 },
        byDay: { "2026-03-10": 1 },
      });
    });
  });

  it("does not repeat what would count twice, and says that the network is at fault", async () => {
    await behindProxy(async ({ store, proxy, database }) => {
      await store.nextNumber("invoices");
      proxy.cutAfter("invoices");
      const error = await store.nextNumber("invoices").catch((error: unknown) => error);
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ isTemporary: true });
      expect(String(error)).toMatch(
        /is not reached: Connection terminated.*Check DATABASE_URL and the network/,
      );
      expect(await database.query("SELECT value::int FROM codespar.numbers")).toEqual([{ value: 2 }]);
    });
  });

  it("does not wait for ever when packets vanish", async () => {
    await behindProxy(
      async ({ store, proxy }) => {
        await store.nextNumber("a");
        proxy.silence(true);
        await expect(store.nextNumber("a")).rejects.toThrow(/is not reached: Query read timeout/);
        proxy.cut();
        proxy.silence(false);
      },
      { statementTimeoutMs: 100 },
    );
  });
});

describe.runIf(hasPostgres("a busy database"))("postgresStore on a busy database", () => {
  it("refuses in a sentence when no connection becomes free, and goes on when one does", async () => {
    await behindProxy(
      async ({ store, database }) => {
        await store.nextNumber("a");
        await using lock = await lockRows(database);
        const stuck = [store.nextNumber("a"), store.nextNumber("a")];
        await expect(store.nextNumber("b")).rejects.toThrow(
          /is busy: no connection of this process became free in time/,
        );
        await lock.release();
        expect((await Promise.all(stuck)).toSorted()).toEqual([2, 3]);
        expect(await store.nextNumber("b")).toBe(1);
      },
      { maxConnections: 2, connectTimeoutMs: 300 },
    );
  });

  it("ends a statement that takes too long, and frees its connection", async () => {
    await behindProxy(
      async ({ store, database }) => {
        await store.nextNumber("a");
        await using lock = await lockRows(database);
        await expect(store.nextNumber("a")).rejects.toThrow(/canceling statement due to statement timeout/);
        await lock.release();
        expect(await store.nextNumber("a")).toBe(2);
      },
      { maxConnections: 1, statementTimeoutMs: 200 },
    );
  });
});

/** Somebody else's transaction that holds the rows of series. */
async function lockRows(
  database: TemporaryDatabase,
): Promise<AsyncDisposable & { release(): Promise<void> }> {
  const client = await database.connect();
  await client.query("BEGIN");
  await client.query("SELECT * FROM codespar.numbers FOR UPDATE");
  let isHeld = true;
  const release = async () => {
    if (!isHeld) return;
    isHeld = false;
    await client.query("ROLLBACK");
    await client.end();
  };
  return { release, [Symbol.asyncDispose]: release };
}
