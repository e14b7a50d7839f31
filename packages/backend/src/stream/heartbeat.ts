import type { Timers } from "../clock.ts";

/** Milliseconds between signs of life on a stream that has nothing to say. */
const heartbeatMs = 15_000;

/**
 * What `source` yields, with an SSE comment whenever it has been quiet for a while. Ends the source when the reader
 * leaves or the caller's signal aborts.
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
    let next = events.next();
    for (;;) {
      const beat = quietFor(timers, heartbeatMs);
      const first = await Promise.race([next, beat.promise]).finally(beat.cancel);
      if (first === "quiet") {
        yield ": still here\n\n";
        continue;
      }
      if (first.done) return;
      yield first.value;
      next = events.next();
    }
  } finally {
    callerSignal?.removeEventListener("abort", leave);
    left.abort();
  }
}

function quietFor(timers: Timers, delayMs: number): { promise: Promise<"quiet">; cancel: () => void } {
  let cancel = () => {};
  const promise = new Promise<"quiet">((resolve) => {
    cancel = timers.after(delayMs, () => resolve("quiet"));
  });
  return { promise, cancel };
}
