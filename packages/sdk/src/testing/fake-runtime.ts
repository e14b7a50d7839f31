import type { Runtime } from "../runtime.ts";

interface Timer {
  at: number;
  callback: () => void;
}

/**
 * A clock that jumps: when nothing else is left to do, the next timer fires at once.
 * `waits` lists how long each timer that fired had been set for.
 */
export function fakeRuntime({ random = 0 }: { random?: number } = {}) {
  let now = Date.UTC(2026, 3, 1);
  let uuids = 0;
  const timers = new Set<Timer>();
  const waits: number[] = [];

  const runtime: Runtime = {
    now: () => now,
    random: () => random,
    uuid: () => `uuid-${++uuids}`,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };

  /** Moves the clock to the next timer and fires it; false when there is none. */
  function fireNext(): boolean {
    const next = [...timers].sort((a, b) => a.at - b.at)[0];
    if (next === undefined) return false;
    timers.delete(next);
    waits.push(next.at - now);
    now = next.at;
    next.callback();
    return true;
  }

  /** Awaits a promise, firing timers whenever it does not settle by itself. */
  async function settle<Value>(promise: Promise<Value>): Promise<Value> {
    let settled = false;
    const done = () => {
      settled = true;
    };
    promise.then(done, done);
    for (let idle = 0; !settled && idle < 50; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!settled && fireNext()) idle = 0;
    }
    return promise;
  }

  return { runtime, waits, timers, fireNext, settle };
}
