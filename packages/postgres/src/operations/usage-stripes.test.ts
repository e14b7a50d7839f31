import type { BeginOutcome, Store } from "@codespar/backend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { call, end } from "../testing/calls.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "../testing.ts";

const noon = Date.UTC(2026, 2, 10, 12);

/** Several stores on one database, and a function that begins many calls at once, spread over them. */
async function withStores(
  test: (parts: {
    stores: readonly Store[];
    database: TemporaryDatabase;
    begin: (count: number, quota: number | null) => Promise<BeginOutcome[]>;
  }) => Promise<void>,
): Promise<void> {
  await using database = await temporaryDatabase();
  const stores = await Promise.all(
    // a hundred begins share eight connections: a busy machine may keep the last of them waiting for long
    [1, 2, 3].map(() =>
      postgresStore({ url: database.url, clock: null, maxConnections: 8, connectTimeoutMs: 60_000 }),
    ),
  );
  let number = 0;
  const begin = (count: number, quota: number | null) =>
    Promise.all(
      Array.from({ length: count }, () => {
        number += 1;
        const store = stores[number % stores.length];
        if (store === undefined) throw new Error("No store.");
        return store.beginOperation(call(number, noon, { quota }));
      }),
    );
  try {
    await test({ stores, database, begin });
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

const startedIn = (outcomes: readonly BeginOutcome[]) =>
  outcomes.flatMap((begun) => (begun.outcome === "started" ? [begun.operation.id] : []));

describe.runIf(hasPostgres("the usage in stripes"))("usage in stripes", () => {
  it("lets exactly the quota in, however many begin at once, and says what is used", async () => {
    await withStores(async ({ begin, database }) => {
      const outcomes = await begin(300, 100);
      expect(startedIn(outcomes)).toHaveLength(100);
      expect(outcomes.filter(({ outcome }) => outcome === "quota")).toEqual(
        Array(200).fill({ outcome: "quota", used: 100 }),
      );
      expect(await database.query("SELECT count(*)::int AS stripes FROM codespar.usage_stripes")).toEqual([
        { stripes: 32 },
      ]);
    });
  });

  it("finds the last room, whichever stripe it is in", async () => {
    await withStores(async ({ begin, stores: [store] }) => {
      const ids = startedIn(await begin(60, 50));
      expect(ids).toHaveLength(50);
      for (const id of ids.slice(0, 7)) await store?.settleOperation(id, 1, end(noon + 1, "failed"));
      expect(startedIn(await begin(40, 50))).toHaveLength(7);
    });
  });

  it("follows a quota that is lowered, raised, lifted and set again", async () => {
    await withStores(async ({ begin }) => {
      expect(startedIn(await begin(20, 100))).toHaveLength(20);
      expect(await begin(3, 10)).toEqual(Array(3).fill({ outcome: "quota", used: 20 }));
      expect(startedIn(await begin(20, 25))).toHaveLength(5);
      expect(startedIn(await begin(50, null))).toHaveLength(50);
      expect(await begin(3, 75)).toEqual(Array(3).fill({ outcome: "quota", used: 75 }));
      expect(startedIn(await begin(20, 80))).toHaveLength(5);
    });
  });

  it("never deals out more than the quota, through any series of begins and ends", async () => {
    const step = fc.record({
      begins: fc.integer({ min: 1, max: 40 }),
      quota: fc.constantFrom(40, 60, 60, 60, null),
      failing: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        await withStores(async ({ begin, stores: [store], database }) => {
          const running: string[] = [];
          for (const { begins, quota, failing } of steps) {
            const room = quota === null ? begins : Math.max(0, quota - running.length);
            const started = startedIn(await begin(begins, quota));
            expect(started).toHaveLength(Math.min(begins, room));
            running.push(...started);
            for (const id of running.splice(0, failing)) {
              await store?.settleOperation(id, 1, end(noon + 1, "failed"));
            }
            const [sums] = await database.query(
              `SELECT coalesce(sum(used + reserved), 0)::int AS taken,
                 coalesce(sum(greatest(allowance, used + reserved)), 0)::int AS dealt_out,
                 min(used)::int >= 0 AND min(reserved)::int >= 0 AS is_positive FROM codespar.usage_stripes`,
            );
            expect(sums).toMatchObject({ taken: running.length, is_positive: true });
            if (quota !== null && room > 0) expect(sums?.dealt_out).toBeLessThanOrEqual(quota);
          }
        });
      }),
      { numRuns: 8 },
    );
  });
});
