/** Time and randomness, injected so that tests neither sleep nor guess. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` after `ms`; returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
  uuid(): string;
}

// setTimeout fires at once beyond this.
const longestTimer = 2_147_483_647;

/** The real clock, timers and randomness. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  after(ms, callback) {
    if (ms > longestTimer) return () => {};
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
};
