import { shareRateLimiter, systemTimers } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "../testing.ts";

async function limiterOn({ url }: TemporaryDatabase, exactUpTo: number) {
  const store = await postgresStore({ url });
  const errors: unknown[] = [];
  const reportError = (error: unknown) => errors.push(error);
  const { take } = shareRateLimiter({
    central: store.rates,
    timers: systemTimers,
    exactUpTo,
    waitMs: 30_000,
    reportError,
  });
  return { store, take, errors };
}

describe.runIf(hasPostgres("rate limits over processes"))("rate limits on one database", () => {
  it.each([
    ["exactly one limit where each request is drawn", 60, 60],
    ["never more than the limit where shares are drawn", 600, 60],
  ])("are %s", async (_, limit, exactUpTo) => {
    await using database = await temporaryDatabase();
    const [one, two] = [await limiterOn(database, exactUpTo), await limiterOn(database, exactUpTo)];
    const begun = performance.now();
    const verdicts = await Promise.all(
      Array.from({ length: limit * 2 }, (_, index) => (index % 2 ? one : two).take("org", limit, Date.now())),
    );
    const flowed = Math.ceil(((performance.now() - begun) / 60_000) * limit);
    const allowed = verdicts.filter((verdict) => verdict?.allowed === true).length;
    expect(allowed).toBeLessThanOrEqual(limit + flowed);
    expect(allowed).toBeGreaterThanOrEqual(limit === exactUpTo ? limit : limit - 2 * (limit / 60));
    expect(verdicts.find((verdict) => verdict?.allowed === false)).toMatchObject({
      limit,
      retryAfterSeconds: 1,
    });
    expect([...one.errors, ...two.errors]).toEqual([]);
    // what is full is forgotten
    await one.store.dropRecords(Date.now() + 120_000, 100);
    expect(await database.query("SELECT name FROM codespar.rate_buckets")).toEqual([]);
    await Promise.all([one.store.close(), two.store.close()]);
  });
});
