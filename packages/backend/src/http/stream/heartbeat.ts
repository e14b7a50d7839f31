import type { Timers } from "../../ports/clock.ts";

/** Milliseconds between signs of life on a stream that has nothing to say. */
const heartbeatMs = 15_000;

/**
 * What `source` yields, with an SSE comment whenever it has been quiet for a while. Ends the source when the reader
 * leaves or the caller's signal aborts. A quiet hour leaves nothing behind in memory.
 */
export async function* withHeartbeat(
  timers: Timers,
  callerSignal: AbortSignal | undefined,
  source: (signal: AbortSignal) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  const left = new AbortController();
  const leave = () => left.abort(callerSignal?.reason);
  callerSignal?.addEventListener("abort", leave, { once: true });
  if (callerSignal?.aborted) leave();
  const events = source(left.signal);
  try {
    for (;;) {
      const next = watch(events.next());
      while (!(await next.settlesWithin(timers, heartbeatMs))) yield ": still here\n\n";
      const result = await next.promise;
      if (result.done) return;
      yield result.value;
    }
  } finally {
    callerSignal?.removeEventListener("abort", leave);
    left.abort();
  }
}

/**
 * A promise that can be waited for again and again. It is listened to once: a race at every beat would leave a
 * listener behind each time, for as long as the stream stays quiet.
 */
function watch<Value>(promise: Promise<Value>) {
  let isSettled = false;
  let wake = () => {};
  const settle = () => {
    isSettled = true;
    wake();
  };
  promise.then(settle, settle);
  return {
    promise,
    async settlesWithin(timers: Timers, delayMs: number): Promise<boolean> {
      if (isSettled) return true;
      let cancel = () => {};
      await new Promise<void>((resolve) => {
        wake = resolve;
        cancel = timers.after(delayMs, resolve);
      });
      cancel();
      return isSettled;
    },
  };
}
