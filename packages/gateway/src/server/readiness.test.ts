import { expect, it } from "vitest";
import { createReadiness } from "./readiness.ts";

function start({
  nextDueAt,
  lastRunAt,
}: {
  nextDueAt: () => Promise<undefined>;
  lastRunAt: number | undefined;
}) {
  const time = { now: 1_000_000 };
  const alarms: (() => void)[] = [];
  const readiness = createReadiness({
    store: { nextDueAt },
    worker: { lastRunAt },
    clock: { now: () => time.now },
    timers: {
      after(_delayMs, callback) {
        alarms.push(callback);
        return () => {};
      },
    },
  });
  return { readiness, time, alarms };
}

it("is ready while the store responds and the worker goes on", async () => {
  const { readiness } = start({ nextDueAt: async () => undefined, lastRunAt: 999_000 });
  expect(await readiness()).toEqual({ isReady: true, checks: { store: "ok", worker: "ok" } });
});

it("is not ready when the store fails or hangs", async () => {
  const failing = start({ nextDueAt: () => Promise.reject(new Error("gone")), lastRunAt: 999_000 });
  expect(await failing.readiness()).toMatchObject({ isReady: false, checks: { store: "failing" } });
  const hanging = start({ nextDueAt: () => new Promise(() => {}), lastRunAt: 999_000 });
  const verdict = hanging.readiness();
  for (const alarm of hanging.alarms) alarm();
  expect(await verdict).toMatchObject({ isReady: false, checks: { store: "failing" } });
});

it.each([undefined, 1_000_000 - 120_000])(
  "is not ready when the worker last ran at %s",
  async (lastRunAt) => {
    const { readiness } = start({ nextDueAt: async () => undefined, lastRunAt });
    expect(await readiness()).toMatchObject({ isReady: false, checks: { store: "ok", worker: "stale" } });
  },
);

it("asks the store once a second, however often it is asked", async () => {
  let asked = 0;
  const { readiness, time } = start({
    nextDueAt: async () => {
      asked += 1;
      return undefined;
    },
    lastRunAt: 1_000_000,
  });
  for (let index = 0; index < 100; index += 1) await readiness();
  expect(asked).toBe(1);
  time.now += 1_000;
  await readiness();
  expect(asked).toBe(2);
});
