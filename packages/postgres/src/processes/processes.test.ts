import type { Store } from "@codespar/backend";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { migrate, migrateTo } from "../schema/migrate.ts";
import { schemaVersion } from "../schema/migrations.ts";
import { startReplicas } from "../testing/replicas.ts";
import { tcpProxy } from "../testing/tcp-proxy.ts";
import { providerTables, testProvider } from "../testing/test-provider.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "../testing.ts";
import { type Crew, startCrew } from "./process-crew.ts";
import { request, resume } from "./work.ts";
import type { WorkerOptions } from "./worker.ts";

/** More of both for a soak: `POSTGRES_KILLS=200 POSTGRES_PROMOTIONS=20 pnpm test:soak:postgres`. */
const kills = Number(process.env.POSTGRES_KILLS ?? 10);
const promotions = Number(process.env.POSTGRES_PROMOTIONS ?? 1);
const seed = Number(process.env.PROPERTY_SEED ?? 20261121);

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

// clocks that differ by seconds, and by more than a lease
const clockErrors = [-3000, 0, 2000];

function getOptions(
  database: TemporaryDatabase,
  keys: number,
  index: number,
  more: Partial<WorkerOptions> = {},
) {
  const { url } = database;
  return { url, providerUrl: url, keys, clockError: clockErrors[index] ?? 0, schema: schemaVersion, ...more };
}

/** Kills that many processes, each after some work, and another takes its place. */
async function killSome(crew: Crew, count: number, random: () => number): Promise<void> {
  for (let killed = 0; killed < count; killed += 1) {
    await crew.progress(20 + Math.floor(random() * 60));
    crew.kill(Math.floor(random() * clockErrors.length));
  }
}

async function expectEnd(url: string, database: TemporaryDatabase, keys: number): Promise<void> {
  const store = await postgresStore({ url });
  const provider = testProvider(database.url);
  try {
    await finish(store, provider, keys);
    await expectExact(store, { url, providerUrl: database.url, keys });
  } finally {
    await Promise.all([store.close(), provider.close()]);
  }
}

describe.runIf(hasPostgres("processes that are killed"))("several processes on one database", () => {
  it(`pay once for each key and count exactly, though ${kills} of them are killed`, {
    timeout: 120_000 + kills * 6_000,
  }, async () => {
    await using database = await temporaryDatabase();
    await database.query(providerTables);
    const keys = 60 * kills;
    const crew = startCrew(clockErrors.length, (index) => getOptions(database, keys, index));
    await killSome(crew, kills, seeded(seed));
    await crew.end();
    await expectEnd(database.url, database, keys);
  });

  it("of two versions do so too, while the schema is migrated and one version takes the other's place", {
    timeout: 240_000,
  }, async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    await database.query(providerTables);
    const { url } = database;
    const before = 1;
    await migrateTo({ url }, before);
    const keys = 600;
    const schemas = [before, before, before];
    const crew = startCrew(schemas.length, (index) =>
      getOptions(database, keys, index, { schema: schemas[index] ?? before }),
    );
    const random = seeded(seed);
    await crew.progress(60);
    expect(await migrate({ url })).toEqual({ from: before, to: schemaVersion });
    await crew.progress(60);
    for (const index of schemas.keys()) {
      schemas[index] = schemaVersion;
      crew.kill(index);
      // both at work, and both killed
      await killSome(crew, 2, random);
    }
    await crew.end();
    await expectEnd(url, database, keys);
  });
});

describe.runIf(hasPostgres("a standby that is promoted"))("a database whose primary is lost", () => {
  it(`forgets nothing: ${promotions} times a synchronous standby takes its place`, {
    timeout: 180_000 + promotions * 60_000,
  }, async () => {
    // the provider is another company, and its memory stays
    await using database = await temporaryDatabase();
    await database.query(providerTables);
    await using pair = await startReplicas();
    await using proxy = await tcpProxy(pair.port());
    const url = proxy.url("postgres");
    await migrate({ url });
    const keys = 150 * promotions;
    const crew = startCrew(clockErrors.length, (index) => getOptions(database, keys, index, { url }));
    const random = seeded(seed);
    for (let count = 0; count < promotions; count += 1) {
      await crew.progress(30 + Math.floor(random() * 60));
      await pair.promote();
      proxy.target(pair.port());
      proxy.cut();
      await crew.progress(1);
      await pair.attachStandby();
    }
    await crew.end();
    await expectEnd(url, database, keys);
  });
});

/** Callers who heard nothing repeat their requests, until each has its response. */
async function finish(store: Store, provider: ReturnType<typeof testProvider>, keys: number): Promise<void> {
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

async function expectExact(
  store: Store,
  { url, providerUrl, keys }: { url: string; providerUrl: string; keys: number },
): Promise<void> {
  const query = async (text: string) => (await runQuery(url, text))[0];
  const money = await runQuery(providerUrl, "SELECT operation, times FROM payments");
  expect(money.filter(({ times }) => times !== 1)).toEqual([]);
  expect(money).toHaveLength(keys);
  const succeeded = await runQuery(
    url,
    "SELECT id, key FROM codespar.operations_log WHERE state = 'succeeded'",
  );
  expect(succeeded.map(({ id }) => id).sort()).toEqual(money.map(({ operation }) => operation).sort());
  expect(new Set(succeeded.map(({ key }) => key)).size).toBe(keys);
  const log = await query(
    `SELECT count(*)::int AS calls, count(*) FILTER (WHERE state = 'succeeded')::int AS succeeded,
       count(*) FILTER (WHERE state NOT IN ('succeeded', 'failed'))::int AS others FROM codespar.operations_log`,
  );
  expect(log).toMatchObject({ succeeded: keys, others: 0 });
  expect(await query("SELECT id FROM codespar.operations_open")).toBeUndefined();
  const usage = await store.readUsage("org_a", "2026-03");
  expect(usage).toMatchObject({ used: keys, byTool: { codespar_pay: keys } });
  const counted = await query(
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

async function runQuery(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
