import { expect, it } from "vitest";
import { startWorker } from "./start-worker.ts";

/** Timers that fire when the test moves the clock. */
function manualTime() {
  let now = 0;
  const alarms = new Set<{ at: number; callback(): void }>();
  return {
    clock: { now: () => now },
    timers: {
      after(delayMs: number, callback: () => void) {
        const alarm = { at: now + delayMs, callback };
        alarms.add(alarm);
        return () => void alarms.delete(alarm);
      },
    },
    async moveTo(to: number) {
      now = to;
      for (const alarm of [...alarms].filter(({ at }) => at <= to)) {
        alarms.delete(alarm);
        alarm.callback();
      }
      await settled();
    },
    get alarms() {
      return [...alarms].map(({ at }) => at);
    },
  };
}

/** Until all that only waits for promises has been done. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function start(backend: { tick?: () => Promise<void>; due?: () => number | undefined }) {
  const time = manualTime();
  const errors: unknown[] = [];
  const calls = { ticks: 0, sends: 0 };
  const worker = startWorker({
    backend: {
      async tick() {
        calls.ticks += 1;
        await backend.tick?.();
      },
      async sendDeliveries() {
        calls.sends += 1;
      },
      nextDueAt: async () => backend.due?.(),
    },
    clock: time.clock,
    timers: time.timers,
    pollMs: 5_000,
    onError: (error) => errors.push(error),
  });
  return { time, errors, calls, worker };
}

it("looks at once, when something falls due, and at the latest after pollMs", async () => {
  let due: number | undefined = 300;
  const { time, calls } = start({ due: () => due });
  await settled();
  expect(calls).toEqual({ ticks: 1, sends: 1 });
  expect(time.alarms).toEqual([300]);
  due = undefined;
  await time.moveTo(300);
  expect(calls.ticks).toBe(2);
  expect(time.alarms).toEqual([5_300]);
});

it("runs once for many wakes in a row", async () => {
  const { calls, worker } = start({});
  await settled();
  for (let index = 0; index < 10; index += 1) worker.wake();
  await settled();
  expect(calls.ticks).toBe(2);
});

it("goes on beside a slow run, and runs again when the last of eight has ended", async () => {
  const ends: (() => void)[] = [];
  const { calls, worker } = start({ tick: () => new Promise((resolve) => ends.push(resolve)) });
  for (let index = 0; index < 12; index += 1) {
    worker.wake();
    await settled();
  }
  expect(calls.ticks).toBe(8);
  ends.shift()?.();
  await settled();
  expect(calls.ticks).toBe(9);
});

it("leaves a store that fails alone for longer each time, whatever wakes it", async () => {
  const { time, errors, calls, worker } = start({ tick: () => Promise.reject(new Error("disk full")) });
  await settled();
  const starts: number[] = [];
  for (let index = 0; index < 8; index += 1) {
    worker.wake();
    await settled();
    const [next = Number.NaN] = time.alarms;
    starts.push(next - time.clock.now());
    await time.moveTo(next);
  }
  expect(starts).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000));
  expect(calls.ticks).toBe(9);
  expect(errors).toHaveLength(9);
});

it("takes up nothing after stop, which waits for what is under way", async () => {
  let end = () => {};
  const { time, calls, worker } = start({
    tick: () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  });
  await settled();
  let isStopped = false;
  const stopped = worker.stop().then(() => {
    isStopped = true;
  });
  worker.wake();
  await time.moveTo(100_000);
  expect([calls.ticks, isStopped]).toEqual([1, false]);
  end();
  await stopped;
  expect(calls).toEqual({ ticks: 1, sends: 0 });
});
