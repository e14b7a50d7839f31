import { describe, expect, it } from "vitest";
import type { Services } from "../services.ts";
import { memoryStore } from "../store/memory/memory-store.ts";
import { dispatched, noon, settlement, started } from "../store/suite/sample.ts";
import { LeaseLost, leaseKeeper } from "./lease.ts";
import { waitForEnd } from "./wait-for-end.ts";

/** Time and store, which is all that leases and waiting look at. */
function setup() {
  const store = memoryStore();
  let time = noon;
  const alarms: { at: number; ring: () => void }[] = [];
  const services = {
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
  } as unknown as Services; // the rest is not looked at
  function pass(ms: number): void {
    time += ms;
    for (const { ring } of alarms.filter(({ at }) => at <= time)) ring();
  }
  return { services, store, pass, alarms };
}

describe("leaseKeeper", () => {
  it("leaves a lease alone that still covers a provider's time-out", async () => {
    const { services, store } = setup();
    const operation = await started(store, 1);
    await leaseKeeper(services, operation)();
    expect(await store.findOperation(operation.id)).toEqual(operation);
  });

  it("buys time for work of many slow calls, so that nobody takes over what goes on", async () => {
    const { services, store, pass } = setup();
    const operation = await started(store, 1);
    const keep = leaseKeeper(services, operation);
    for (let call = 0; call < 5; call += 1) {
      await keep();
      pass(20_000);
      expect(await store.takeOperations(services.clock.now(), 10, services.clock.now() + 35_000)).toEqual([]);
    }
  });

  it("stops the work once another has taken over", async () => {
    const { services, store, pass } = setup();
    const keep = leaseKeeper(services, await started(store, 1));
    pass(40_000);
    await store.takeOperations(services.clock.now(), 10, services.clock.now() + 35_000);
    await expect(keep()).rejects.toBeInstanceOf(LeaseLost);
  });
});

describe("waitForEnd", () => {
  it("answers with the end that another worker brings", async () => {
    const { services, store, alarms } = setup();
    const { id, lease } = await dispatched(store, 1);
    const waiting = waitForEnd(services, id);
    await store.settleOperation(id, lease, settlement("succeeded"));
    expect((await waiting).state).toBe("succeeded");
    expect(alarms).toEqual([]);
  });

  it("does not wait for ever for a worker that is gone", async () => {
    const { services, store, pass } = setup();
    const { id } = await dispatched(store, 1);
    const waiting = waitForEnd(services, id);
    await Promise.resolve();
    pass(55_000);
    expect((await waiting).state).toBe("dispatched");
  });

  it("ends with the caller's reason when the caller leaves", async () => {
    const { services, store, alarms } = setup();
    const { id } = await dispatched(store, 1);
    const caller = new AbortController();
    const waiting = waitForEnd(services, id, caller.signal);
    caller.abort(new Error("left"));
    await expect(waiting).rejects.toThrow("left");
    expect(alarms).toEqual([]);
  });
});
