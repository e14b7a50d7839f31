/** Waiting as a clock does it, so that tests need not. */
export interface SleepTimers {
  /** Calls `callback` once after so many milliseconds; returns a function that cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Waits for `delayMs`; rejects with the signal's reason when it aborts. */
export function sleep(timers: SleepTimers, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = timers.after(delayMs, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
