import type { Store, StoredStream } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { type PostgresStoreOptions, postgresStore } from "./postgres-store.ts";
import { call, end } from "./testing/calls.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "./testing.ts";

const noon = Date.UTC(2026, 2, 10, 12);
const anHourMs = 3_600_000;

/** Two stores on one database, as two processes have them. */
async function two(
  options: readonly [Partial<PostgresStoreOptions>, Partial<PostgresStoreOptions>],
  test: (first: Store, second: Store, database: TemporaryDatabase) => Promise<void>,
): Promise<void> {
  await using database = await temporaryDatabase();
  const [first, second] = await Promise.all([
    postgresStore({ url: database.url, ...options[0] }),
    postgresStore({ url: database.url, ...options[1] }),
  ]);
  try {
    await untilBothListen(database);
    await test(first, second, database);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
}

/** A hint that is sent before both are connected is lost, as it may be: here it is what is tested. */
async function untilBothListen(database: TemporaryDatabase): Promise<void> {
  for (;;) {
    const listening = await database.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'codespar hints'
       AND datname = current_database() AND state = 'idle' AND query LIKE 'LISTEN%'`,
    );
    if (listening.length >= 2) return;
  }
}

/** Ends the connections that hints come by. */
async function endListeners(database: TemporaryDatabase): Promise<void> {
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'codespar hints' AND datname = current_database()`,
  );
}

describe.runIf(hasPostgres("waiting across processes"))("who waits in another process", () => {
  const onlyHints = { clock: null, pollMs: anHourMs };
  const onlyPoll = { clock: null, pollMs: 20 };

  it("hears of the end by a hint", async () => {
    await two([onlyHints, onlyHints], async (first, second) => {
      await first.beginOperation(call(1, noon));
      const waiting = second.waitForOperation("tc_0000000001", AbortSignal.timeout(30_000));
      await first.settleOperation("tc_0000000001", 1, end(noon + 1));
      expect((await waiting).state).toBe("succeeded");
    });
  });

  it("hears of each event of a stream, in order", async () => {
    await two([onlyHints, onlyHints], async (first, second) => {
      await first.beginOperation(call(1, noon));
      const seen: unknown[] = [];
      const reading = (async () => {
        for (let read: StoredStream | undefined; read?.operation.state !== "succeeded"; ) {
          read = await second.readStream("tc_0000000001", seen.length, AbortSignal.timeout(30_000));
          seen.push(...read.events);
        }
      })();
      const events = [1, 2, 3].map((number) => ({
        type: "tool_call.partial" as const,
        data: { data: { number } },
      }));
      for (const event of events) await first.appendStream("tc_0000000001", event);
      await first.settleOperation("tc_0000000001", 1, end(noon + 1));
      await reading;
      expect(seen).toEqual(events);
    });
  });

  it("finds out by looking when hints do not come", async () => {
    await two([onlyPoll, onlyPoll], async (first, second, database) => {
      await first.beginOperation(call(1, noon));
      await endListeners(database);
      const waiting = second.waitForOperation("tc_0000000001", AbortSignal.timeout(30_000));
      await first.settleOperation("tc_0000000001", 1, end(noon + 1));
      expect((await waiting).state).toBe("succeeded");
    });
  });

  it("looks again once it listens again, for what it may have missed", async () => {
    await two([onlyHints, onlyHints], async (first, second, database) => {
      await first.beginOperation(call(1, noon));
      const waiting = second.waitForOperation("tc_0000000001", AbortSignal.timeout(30_000));
      await endListeners(database);
      await first.settleOperation("tc_0000000001", 1, end(noon + 1));
      expect((await waiting).state).toBe("succeeded");
    });
  });
});

describe.runIf(hasPostgres("clocks that differ"))("processes whose clocks differ", () => {
  /** The real time with an error, in milliseconds. */
  const wrongBy = (error: number) => ({ clock: { now: () => Date.now() + error } });

  it.each([
    ["a minute", -60_000, 0],
    ["a minute the other way", 60_000, 0],
    ["both", -45_000, 45_000],
  ])("agree on who holds a lease: %s", async (_what, error, other) => {
    await two([wrongBy(error), wrongBy(other)], async (first, second) => {
      const [now, later] = [Date.now() + error, Date.now() + other];
      await first.beginOperation(call(1, now));
      expect(await second.takeOperations(later + 30_000, 10, later + 60_000)).toEqual([]);
      const [taken] = await second.takeOperations(later + 40_000, 10, later + 75_000);
      expect(taken).toMatchObject({ id: "tc_0000000001", lease: 2 });
      expect(Math.abs((taken?.leaseUntil ?? 0) - (later + 75_000))).toBeLessThan(1_000);
      // the first sees the same lease by its own clock
      const seen = await first.findOperation("tc_0000000001");
      expect(Math.abs((seen?.leaseUntil ?? 0) - (now + 75_000))).toBeLessThan(5_000);
    });
  });

  it("agree on when a job is due, and on what is due next", async () => {
    await two([wrongBy(-60_000), wrongBy(60_000)], async (first, second) => {
      const [now, later] = [Date.now() - 60_000, Date.now() + 60_000];
      await first.addJob({ id: "j", kind: "k", dueAt: now + 20_000, attempts: 0, payload: "" });
      expect(await second.takeJobs("k", later + 10_000, 10, later + 99_000)).toEqual([]);
      expect(Math.abs(((await second.nextDueAt()) ?? 0) - (later + 20_000))).toBeLessThan(5_000);
      expect(await second.takeJobs("k", later + 25_000, 10, later + 99_000)).toHaveLength(1);
    });
  });

  it("follow a clock that is set while the process runs", async () => {
    let error = 0;
    await two([{ clock: { now: () => Date.now() + error } }, {}], async (first, second) => {
      error = -600_000;
      await first.beginOperation(call(1, Date.now() + error));
      expect(await second.takeOperations(Date.now() + 30_000, 10, Date.now() + 60_000)).toEqual([]);
      expect(await second.takeOperations(Date.now() + 40_000, 10, Date.now() + 75_000)).toHaveLength(1);
    });
  });

  it("leave what is never due as it is", async () => {
    await two([wrongBy(-60_000), wrongBy(60_000)], async (first, second) => {
      await first.beginOperation(call(1, Date.now()));
      await first.settleOperation("tc_0000000001", 1, end(Date.now()));
      expect((await second.findOperation("tc_0000000001"))?.leaseUntil).toBe(Number.MAX_SAFE_INTEGER);
    });
  });
});
