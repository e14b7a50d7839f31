import { secureRandom, timeOrderedIds } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { call, end } from "../testing/calls.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "../testing.ts";

const day = 86_400_000;
const today = Math.floor(Date.now() / day) * day;

async function rowsByTable(database: TemporaryDatabase, table: string): Promise<Record<string, number>> {
  const rows = await database.query(
    `SELECT tableoid::regclass::text AS name, count(*)::int AS rows FROM codespar.${table} GROUP BY name`,
  );
  return Object.fromEntries(
    rows.map(({ name, rows }) => [String(name).replace("codespar.", ""), Number(rows)]),
  );
}

const getName = (table: string, time: number) =>
  `${table}_${new Date(time).toISOString().slice(0, 10).replaceAll("-", "")}`;

describe.runIf(hasPostgres("days of the log"))("the log by day", () => {
  it("puts each call and event into its day, and drops a day as a whole once nothing in it has to stay", async () => {
    await using database = await temporaryDatabase();
    const store = await postgresStore({ url: database.url, clock: null });
    let now = today;
    const ids = timeOrderedIds({ now: () => now }, secureRandom());
    const begin = async () => {
      const id = ids.next("tc");
      await store.beginOperation(call(1, now, { operation: { id, key: id } }));
      return id;
    };
    const finish = (id: string) =>
      store.settleOperation(id, 1, {
        ...end(now),
        events: [
          {
            id: ids.next("evt"),
            organisation: "org_a",
            type: "tool_call.completed",
            createdAt: now,
            sessionId: null,
            toolCallId: id,
            metadata: {},
            data: "{}",
          },
        ],
      });
    try {
      const unfinished = await begin();
      const first = [await begin(), await begin()];
      for (const id of first) await finish(id);
      now = today + 2 * day;
      await finish(await begin());
      expect(await rowsByTable(database, "operations_log")).toEqual({
        [getName("operations_log", today)]: 2,
        [getName("operations_log", now)]: 1,
      });
      expect(await rowsByTable(database, "events")).toEqual({
        [getName("events", today)]: 2,
        [getName("events", now)]: 1,
      });

      // what is to be erased first keeps its day
      expect(await store.dropOperations(today + day, 100)).toBe(0);
      await store.erasePayloads(today + day, 100);
      expect(await store.dropOperations(today + 2 * day, 100)).toBe(2);

      // a call of a day that is long dropped may still end, and is dropped in its turn
      now = today + 3 * day;
      expect(
        await database.query("SELECT to_regclass($1) AS name", [
          `codespar.${getName("operations_log", today)}`,
        ]),
      ).toEqual([{ name: null }]);
      expect((await store.findOperation(unfinished))?.state).toBe("running");
      await finish(unfinished);
      expect((await store.findOperation(unfinished))?.state).toBe("succeeded");
      const listed = await store.listOperations("org_a", {}, { limit: 10 });
      expect(listed.rows.map(({ id }) => id).at(-1)).toBe(unfinished);
      await store.erasePayloads(now + day, 100);
      expect(await store.dropOperations(today + 1, 100)).toBe(1);
      expect(await store.findOperation(unfinished)).toBeUndefined();
    } finally {
      await store.close();
    }
  });

  it("gives way to readers of the log, and drops the day the next time", async () => {
    await using database = await temporaryDatabase();
    const store = await postgresStore({ url: database.url, clock: null });
    const reader = await database.connect();
    try {
      await reader.query("BEGIN; SELECT * FROM codespar.operations_log");
      expect(await store.dropOperations(today + 5 * day, 100)).toBe(0);
      await reader.query("COMMIT");
      const there = "SELECT to_regclass($1) IS NOT NULL AS is_there";
      const name = `codespar.${getName("operations_log", today)}`;
      expect(await database.query(there, [name])).toEqual([{ is_there: true }]);
      await store.dropOperations(today + 6 * day, 100);
      expect(await database.query(there, [name])).toEqual([{ is_there: false }]);
    } finally {
      await reader.end();
      await store.close();
    }
  });

  it("is made by several processes at once without a quarrel, and again after its tables are gone", async () => {
    await using database = await temporaryDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => postgresStore({ url: database.url, clock: null })));
    await database.query(`DROP TABLE codespar.${getName("events", today + 3 * day)}`);
    await Promise.all(stores.map((store) => store.dropOperations(0, 10)));
    const [count] = await database.query(
      "SELECT count(*)::int AS days FROM pg_inherits WHERE inhparent = 'codespar.events'::regclass",
    );
    await Promise.all(stores.map((store) => store.close()));
    // today, seven days to come, and the rest
    expect(count).toEqual({ days: 9 });
  });
});
