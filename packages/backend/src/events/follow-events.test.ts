import { describe, expect, it } from "vitest";
import { memoryStore } from "../store/memory/memory-store.ts";
import type { StoredEvent } from "../store/operation.ts";
import { followEvents } from "./follow-events.ts";

/** A store with numbered events, and a reader whose time passes at once. */
function world() {
  const store = memoryStore();
  const add = (number: number, createdAt = number, organisation = "org_a") =>
    store.appendEvent({
      id: `evt_${String(number).padStart(6, "0")}`,
      organisation,
      type: "payment.confirmed",
      createdAt,
      sessionId: null,
      toolCallId: null,
      metadata: {},
      data: "{}",
    });
  const leaving = new AbortController();
  const timers = {
    after(_delayMs: number, callback: () => void) {
      const timer = setTimeout(callback, 0);
      return () => clearTimeout(timer);
    },
  };
  const follow = (after?: string) => followEvents({ store, timers }, "org_a", after, leaving.signal);
  return { store, add, follow, leave: () => leaving.abort(new Error("left")) };
}

async function take(events: AsyncGenerator<StoredEvent>, count: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < count) {
    const { value } = await events.next();
    if (value === undefined) break;
    taken.push(Number(value.id.slice(4)));
  }
  return taken;
}

describe("followEvents", () => {
  it("gives what happens from now on, in its order, of this organisation alone", async () => {
    const { add, follow } = world();
    await add(1);
    const events = follow();
    const first = take(events, 1);
    await new Promise((resolve) => setTimeout(resolve, 0));
    await add(2, 2, "org_b");
    await add(3);
    expect(await first).toEqual([3]);
    await add(4);
    await add(5);
    expect(await take(events, 2)).toEqual([4, 5]);
  });

  it("goes on after the last event that somebody has, however much has happened since", async () => {
    const { add, follow } = world();
    for (let number = 1; number <= 350; number += 1) await add(number, number * 1000);
    const numbers = await take(follow("evt_000020"), 330);
    expect(numbers).toEqual(Array.from({ length: 330 }, (_, index) => index + 21));
  });

  it("gives an event that was stored after one with a later id", async () => {
    const { add, follow } = world();
    await add(1, 1000);
    const events = follow("evt_000001");
    await add(5, 1005);
    expect(await take(events, 1)).toEqual([5]);
    await add(4, 1004);
    expect(await take(events, 1)).toEqual([4]);
    await add(6, 1006);
    expect(await take(events, 1)).toEqual([6]);
  });

  it("gives each once while the clock stands still", async () => {
    const { add, follow } = world();
    const events = follow();
    const taken = take(events, 3);
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const number of [1, 2, 3]) await add(number, 0);
    expect(await taken).toEqual([1, 2, 3]);
    for (const number of [4, 5]) await add(number, 0);
    expect(await take(events, 2)).toEqual([4, 5]);
  });

  it("ends when the reader leaves", async () => {
    const { follow, leave } = world();
    const next = follow().next();
    await new Promise((resolve) => setTimeout(resolve, 0));
    leave();
    await expect(next).rejects.toThrow("left");
  });
});
