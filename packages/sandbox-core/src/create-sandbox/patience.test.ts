import { describe, expect, it } from "vitest";
import { createPatience } from "./patience.ts";

/** Time that passes when the test says so. */
function world() {
  let now = 0;
  const waiting = new Map<() => void, number>();
  return {
    now: () => now,
    timers: {
      after(delayMs: number, callback: () => void) {
        waiting.set(callback, now + delayMs);
        return () => waiting.delete(callback);
      },
    },
    pass(ms: number) {
      now += ms;
      for (const [callback, at] of [...waiting]) if (at <= now && waiting.delete(callback)) callback();
    },
    count: () => waiting.size,
  };
}

describe("patience", () => {
  it("waits for what is done in time, and leaves no timer behind", async () => {
    const { timers, now, count } = world();
    await createPatience(timers, 100, now).wait(Promise.resolve());
    expect(count()).toBe(0);
  });

  it("ends for all waits together", async () => {
    const { timers, now, pass } = world();
    const patience = createPatience(timers, 100, now);
    for (const ms of [60, 40]) {
      const waited = patience.wait(new Promise(() => {}));
      pass(ms);
      // the first goes on until its time is up
      if (ms === 60) pass(0);
      const state = await Promise.race([waited.then(() => "over"), Promise.resolve().then(() => "waits")]);
      if (ms === 60) {
        expect(state).toBe("waits");
        pass(40);
      }
      await waited;
    }
    const after = patience.wait(new Promise(() => {}));
    pass(0);
    await after;
  });

  it("passes on what failed while it waited", async () => {
    const { timers, now } = world();
    const failed = Promise.reject(new Error("store is away"));
    await expect(createPatience(timers, 100, now).wait(failed)).rejects.toThrow("store is away");
  });
});
