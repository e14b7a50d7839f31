import { expect, it } from "vitest";
import { sleep } from "./sleep.ts";

function timers() {
  const waiting = new Map<() => void, number>();
  return {
    waiting,
    after(delayMs: number, callback: () => void) {
      waiting.set(callback, delayMs);
      return () => waiting.delete(callback);
    },
  };
}

it("ends when its timer fires, and listens to the signal no longer", async () => {
  const clock = timers();
  const abort = new AbortController();
  const done = sleep(clock, 250, abort.signal);
  const [[fire, delay] = [() => {}, 0]] = clock.waiting;
  expect(delay).toBe(250);
  fire();
  await done;
  abort.abort();
});

it("rejects with the signal's reason and cancels its timer", async () => {
  const clock = timers();
  const abort = new AbortController();
  const done = sleep(clock, 250, abort.signal);
  abort.abort("enough");
  await expect(done).rejects.toBe("enough");
  expect(clock.waiting.size).toBe(0);
  await expect(sleep(clock, 1, AbortSignal.abort("before"))).rejects.toBe("before");
});
