import { describe, expect, it } from "vitest";
import type { BackendContext } from "../../context.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { dispatched, noon, settlement, started } from "../../store/suite/fixtures.ts";
import { LeaseLost, leaseKeeper, waitUntilSettled } from "./lease-and-doubt.ts";

/** Time and store, which is all that leases and waiting look at. */
function setup() {
  const store = memoryStore();
  let time = noon;
  const alarms: { at: number; ring: () => void }[] = [];
  const context = {
    store,
    clock: { now: () => time },
    timers: {
      after(delayMs: number, ring: () => void) {
        const alarm = { at: time + delayMs, ring };
        alarms.push(alarm);
        return () => void alarms.splice(alarms.indexOf(alarm), 1);
      },
    },
    providerTimeoutMs: 30_000,
  } as unknown as BackendContext; // the rest is not looked at
  function pass(ms: number): void {
    time += ms;
    for (const { ring } of alarms.filter(({ at }) => at <= time)) ring();
  }
  return { context, store, pass, alarms };
}

describe("leaseKeeper", () => {
  it("leaves a lease alone that still covers a provider's time-out", async () => {
    const { context, store } = setup();
    const operation = await started(store, 1);
    await leaseKeeper(context, operation)();
    expect(await store.findOperation(operation.id)).toEqual(operation);
  });

  it("buys time for work of many slow calls, so that nobody takes over what goes on", async () => {
    const { context, store, pass } = setup();
    const operation = await started(store, 1);
    const keep = leaseKeeper(context, operation);
    for (let call = 0; call < 5; call += 1) {
      await keep();
      pass(20_000);
      expect(await store.takeOperations(context.clock.now(), 10, context.clock.now() + 35_000)).toEqual([]);
    }
  });

  it("stops the work once another has taken over", async () => {
    const { context, store, pass } = setup();
    const keep = leaseKeeper(context, await started(store, 1));
    pass(40_000);
    await store.takeOperations(context.clock.now(), 10, context.clock.now() + 35_000);
    await expect(keep()).rejects.toBeInstanceOf(LeaseLost);
  });
});

describe("waitUntilSettled", () => {
  it("responds with the end that another worker brings", async () => {
    const { context, store, alarms } = setup();
    const { id, lease } = await dispatched(store, 1);
    const waiting = waitUntilSettled(context, id);
    await store.settleOperation(id, lease, settlement("succeeded"));
    expect((await waiting).state).toBe("succeeded");
    expect(alarms).toEqual([]);
  });

  it("does not wait for ever for a worker that is gone", async () => {
    const { context, store, pass } = setup();
    const { id } = await dispatched(store, 1);
    const waiting = waitUntilSettled(context, id);
    await Promise.resolve();
    pass(55_000);
    expect((await waiting).state).toBe("dispatched");
  });

  it("ends with the caller's reason when the caller leaves", async () => {
    const { context, store, alarms } = setup();
    const { id } = await dispatched(store, 1);
    const caller = new AbortController();
    const waiting = waitUntilSettled(context, id, caller.signal);
    caller.abort(new Error("left"));
    await expect(waiting).rejects.toThrow("left");
    expect(alarms).toEqual([]);
  });
});
