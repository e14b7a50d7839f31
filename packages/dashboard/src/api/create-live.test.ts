import type { CodeSpar } from "@codespar/sdk";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLive } from "./create-live.ts";

/** A stream of events that is opened, sends and breaks when the test says so. */
function stream() {
  const opened: { lastEventId: string | undefined; send(id: string): void; fail(): void }[] = [];
  const events = {
    async *stream({
      lastEventId,
      onOpen,
      signal,
    }: {
      lastEventId: string | undefined;
      onOpen(): void;
      signal: AbortSignal;
    }) {
      const queue: string[] = [];
      let wake = () => {};
      let isBroken = false;
      opened.push({
        lastEventId,
        send(id) {
          queue.push(id);
          wake();
        },
        fail() {
          isBroken = true;
          wake();
        },
      });
      signal.addEventListener("abort", () => wake());
      onOpen();
      while (!signal.aborted) {
        if (isBroken) throw new Error("lost");
        const id = queue.shift();
        if (id === undefined) await new Promise<void>((done) => (wake = done));
        else yield { id };
      }
    },
  };
  // what a page that follows events uses of a client
  return { codespar: { events } as unknown as CodeSpar, opened };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", {
    visibilityState: "visible",
    addEventListener: () => {},
    removeEventListener: () => {},
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("calls back once for a hundred events that come at a time", async () => {
  const { codespar, opened } = stream();
  const live = createLive({ codespar, everyMs: 60_000, leastMs: 250 });
  let calls = 0;
  live.onChange(() => {
    calls += 1;
  });
  const stop = live.start();
  await vi.advanceTimersByTimeAsync(1_000);
  const before = calls;
  for (let count = 0; count < 100; count += 1) opened[0]?.send(`evt_${count}`);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls - before).toBeLessThanOrEqual(2);
  expect(calls - before).toBeGreaterThan(0);
  stop();
});

it("opens a lost stream again from the last event, later each time, and says whether it is connected", async () => {
  const { codespar, opened } = stream();
  const live = createLive({ codespar, everyMs: 600_000, leastMs: 250 });
  const states: boolean[] = [];
  live.watch(() => states.push(live.isConnected()));
  const stop = live.start();
  await vi.advanceTimersByTimeAsync(10);
  opened[0]?.send("evt_7");
  await vi.advanceTimersByTimeAsync(10);
  opened[0]?.fail();
  await vi.advanceTimersByTimeAsync(900);
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(opened.map(({ lastEventId }) => lastEventId)).toEqual([undefined, "evt_7"]);
  expect(states).toEqual([true, false, true]);
  stop();
});

it("looks at intervals for what is no event, and no more once it has stopped", async () => {
  const { codespar } = stream();
  const live = createLive({ codespar, everyMs: 3_000, leastMs: 250 });
  let calls = 0;
  live.onChange(() => {
    calls += 1;
  });
  const stop = live.start();
  await vi.advanceTimersByTimeAsync(9_500);
  expect(calls).toBeGreaterThanOrEqual(3);
  const before = calls;
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toBe(before);
});
