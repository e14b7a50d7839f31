import type { Clock } from "@codespar/backend/ports";

/** Where the sandbox's time comes from: a fixed start that stands still, or the wall clock. Both can be moved forward. */
export interface MovableClock extends Clock {
  /** Jumps forward; never back. */
  moveTo(now: number): void;
}

/** A clock that stands still until it is moved. */
export function standingClock(start: number): MovableClock {
  let current = start;
  return {
    now: () => current,
    moveTo(now) {
      current = Math.max(current, now);
    },
  };
}

/** The wall clock, plus what it was moved by. */
export function wallClock(): MovableClock {
  let offset = 0;
  const now = () => Date.now() + offset;
  return {
    now,
    moveTo(target) {
      offset += Math.max(0, target - now());
    },
  };
}
