import type { Timers } from "@codespar/backend/ports";

/** A limit on waiting that several waits share. */
export interface Patience {
  /** Resolves when the work is done or the time is used up; then the work goes on by itself. */
  wait(work: Promise<unknown>): Promise<void>;
}

/** Patience for so many real milliseconds, all in all. */
export function createPatience(timers: Timers, ms: number, now: () => number = Date.now): Patience {
  let leftMs = ms;
  return {
    async wait(work) {
      const start = now();
      let cancel = () => {};
      const timeout = new Promise<void>((resolve) => {
        cancel = timers.after(Math.max(0, leftMs), resolve);
      });
      // what fails after nobody waits any more is reported where it fails
      work.catch(() => {});
      await Promise.race([work, timeout]).finally(cancel);
      leftMs -= Math.max(0, now() - start);
    },
  };
}
