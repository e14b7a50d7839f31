import { memoryStore, type Store } from "@codespar/backend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postgresStore } from "../postgres-store.ts";
import { hasPostgres, temporaryDatabase } from "../testing.ts";
import { observe } from "./observe.ts";
import { getId, type Progress, perform } from "./perform.ts";
import { hour, type Step, start, step } from "./steps.ts";

describe.runIf(hasPostgres("PostgreSQL against the store in memory"))("any series of steps", () => {
  it("comes to the same on PostgreSQL as in memory", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (series) => {
        await using database = await temporaryDatabase();
        const postgres = await postgresStore({ url: database.url, clock: null });
        try {
          expect(await play(postgres, series)).toEqual(await play(memoryStore(), series));
        } finally {
          await postgres.close();
        }
      }),
      // finding the shortest series takes its time
      { numRuns: 40, interruptAfterTimeLimit: 90_000 },
    );
  });
});

/** What each step came to, and what was to be seen after it. */
async function play(store: Store, series: readonly Step[]): Promise<unknown[]> {
  const progress: Progress = { now: start, number: 0, operations: [] };
  for (const number of [1, 2]) await createSession(store, number);
  const results: unknown[] = [];
  for (const next of series) {
    progress.now += next.pauseMs;
    progress.number += 1;
    results.push({
      step: next,
      result: await perform(store, progress, next),
      state: await observe(store, progress),
    });
  }
  // absent and undefined are the same
  return JSON.parse(JSON.stringify(results));
}

function createSession(store: Store, number: number): Promise<void> {
  return store.createSession({
    id: getId("ses", number),
    organisation: "org_a",
    servers: [],
    metadata: {},
    userId: "nul\0",
    policy: null,
    toolCalls: 0,
    createdAt: start,
    expiresAt: start + hour,
    closedAt: null,
  });
}
