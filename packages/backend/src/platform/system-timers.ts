import type { Timers } from "../ports/clock.ts";

/** Real waiting. */
export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Real waiting that does not keep a process alive. */
export const backgroundTimers: Timers = {
  after(delayMs, callback) {
    const timer: unknown = setTimeout(callback, delayMs);
    // only Node's timers have `unref`; elsewhere nothing has to be let go
    if (
      typeof timer === "object" &&
      timer !== null &&
      "unref" in timer &&
      typeof timer.unref === "function"
    ) {
      timer.unref();
    }
    // both kinds of timer handle are what `clearTimeout` takes
    return () => clearTimeout(timer as number);
  },
};
