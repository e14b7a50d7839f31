import { describe, expect, it, type MockInstance, vi } from "vitest";
import { withHeartbeat } from "./heartbeat.ts";

/** Timers that fire when they are told to. */
function manualTimers() {
  const callbacks = new Set<() => void>();
  return {
    callbacks,
    after(_delayMs: number, callback: () => void) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    fire() {
      for (const callback of [...callbacks]) callback();
    },
  };
}

/** A source that is quiet until it is told something, and counts who listens to its next piece. */
function quietSource() {
  let emit: (result: IteratorResult<string>) => void = () => {};
  const spies: MockInstance[] = [];
  const source = (signal: AbortSignal) => {
    const events = (async function* (): AsyncGenerator<string> {})();
    events.next = () => {
      const promise = new Promise<IteratorResult<string>>((resolve, reject) => {
        emit = resolve;
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      spies.push(vi.spyOn(promise, "then"));
      return promise;
    };
    return events;
  };
  return {
    source,
    emit: (result: IteratorResult<string>) => emit(result),
    listeners: () => spies.flatMap(({ mock }) => mock.calls).length,
  };
}

describe("withHeartbeat", () => {
  it("gives a sign of life whenever nothing came, and then what came", async () => {
    const timers = manualTimers();
    const { source, emit } = quietSource();
    const stream = withHeartbeat(timers, undefined, source);
    for (let beat = 0; beat < 2; beat++) {
      const piece = stream.next();
      timers.fire();
      expect(await piece).toEqual({ done: false, value: ": still here\n\n" });
    }
    const piece = stream.next();
    emit({ done: false, value: "event" });
    expect(await piece).toEqual({ done: false, value: "event" });
    const end = stream.next();
    emit({ done: true, value: undefined });
    expect((await end).done).toBe(true);
    expect(timers.callbacks.size).toBe(0);
  });

  it("leaves nothing behind however long it is quiet", async () => {
    const timers = manualTimers();
    const { source, listeners } = quietSource();
    const stream = withHeartbeat(timers, undefined, source);
    for (let beat = 0; beat < 100; beat++) {
      const piece = stream.next();
      timers.fire();
      await piece;
    }
    expect(listeners()).toBeLessThan(3);
    expect(timers.callbacks.size).toBe(0);
  });

  it("ends with the caller's reason when the caller leaves", async () => {
    const timers = manualTimers();
    const { source } = quietSource();
    const caller = new AbortController();
    const stream = withHeartbeat(timers, caller.signal, source);
    const piece = stream.next();
    caller.abort(new Error("left"));
    await expect(piece).rejects.toThrow("left");
    expect(timers.callbacks.size).toBe(0);
  });
});
