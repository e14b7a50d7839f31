import type { Store } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { providerTables, testProvider } from "../testing/test-provider.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "../testing.ts";
import { startCrew } from "./process-crew.ts";
import { request, resume } from "./work.ts";

/** More of both for a soak: `POSTGRES_KILLS=200 pnpm exec vitest run packages/postgres/src/processes`. */
const kills = Number(process.env.POSTGRES_KILLS ?? 10);
const seed = Number(process.env.PROPERTY_SEED ?? 20261121);
const keys = 60 * kills;

/** Numbers from 0 up to 1, the same ones for a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.runIf(hasPostgres("processes that are killed"))("several processes on one database", () => {
  it(`pay once for each key and count exactly, though ${kills} of them are killed`, {
    timeout: 120_000 + kills * 3_000,
  }, async () => {
    await using database = await temporaryDatabase();
    await database.query(providerTables);
    const random = seeded(seed);
    // clocks that differ by seconds, and by more than a lease
    const clocks = ["-3000", "0", "2000"];
    const crew = startCrew(clocks.length, (index) => [database.url, String(keys), clocks[index] ?? "0"]);
    for (let count = 0; count < kills; count += 1) {
      await crew.progress(20 + Math.floor(random() * 60));
      crew.kill(Math.floor(random() * clocks.length));
    }
    await crew.end();

    const store = await postgresStore({ url: database.url });
    const provider = testProvider(database.url);
    try {
      await finish(store, provider);
      await expectExact(store, database);
    } finally {
      await Promise.all([store.close(), provider.close()]);
    }
  });
});

/** Callers who heard nothing repeat their requests, until each has its response. */
async function finish(store: Store, provider: ReturnType<typeof testProvider>): Promise<void> {
  let id = 1_000_000;
  for (let key = 1; key <= keys; key += 1) {
    for (;;) {
      // a lease that still runs ends soon
      await resume(store, provider);
      const operation = await store.findOperationByKey("org_a", `key ${key}`, 0);
      if (operation?.state === "succeeded") break;
      id += 1;
      if (operation === undefined) await request(store, provider, key, id);
    }
  }
  while ((await store.nextDueAt()) !== undefined) await resume(store, provider);
}

async function expectExact(store: Store, database: TemporaryDatabase): Promise<void> {
  const [money] = await database.query(
    `SELECT count(*)::int AS payments, max(times) AS most, count(DISTINCT key)::int AS keys
     FROM payments p LEFT JOIN codespar.operations_log l ON l.id = p.operation AND l.state = 'succeeded'`,
  );
  expect(money).toEqual({ payments: keys, most: 1, keys });
  const [log] = await database.query(
    `SELECT count(*)::int AS calls, count(*) FILTER (WHERE state = 'succeeded')::int AS succeeded,
       count(*) FILTER (WHERE state NOT IN ('succeeded', 'failed'))::int AS others FROM codespar.operations_log`,
  );
  expect(log).toMatchObject({ succeeded: keys, others: 0 });
  expect(await database.query("SELECT id FROM codespar.operations_open")).toEqual([]);
  const usage = await store.readUsage("org_a", "2026-03");
  expect(usage).toMatchObject({ used: keys, byTool: { codespar_pay: keys } });
  const [counted] = await database.query(
    `SELECT (SELECT sum(reserved)::int FROM codespar.usage_stripes) AS reserved,
       (SELECT value::int FROM codespar.counters) AS counter,
       (SELECT sum(calls)::int FROM codespar.session_calls) AS calls,
       (SELECT count(*)::int FROM codespar.operation_keys) AS keys,
       (SELECT count(*)::int FROM codespar.events) AS events,
       (SELECT count(*)::int FROM codespar.operation_payloads) AS payloads`,
  );
  expect(counted).toEqual({
    reserved: 0,
    counter: keys,
    calls: log?.calls,
    keys,
    events: log?.calls,
    payloads: log?.calls,
  });
}
