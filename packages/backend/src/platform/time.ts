import type { RandomSource } from "@codespar/formats";
import { formatEpochDay } from "@codespar/formats";
import type { Clock, IdSource, Timers } from "../ports/clock.ts";

export { formatEpochDay as dateOfDay };

/** The month that a moment is charged to, `YYYY-MM` in UTC. */
export function toPeriod(now: number): string {
  return timestamp(now).slice(0, 7);
}

/** RFC 3339 in UTC with milliseconds. */
export function timestamp(now: number): string {
  return new Date(now).toISOString();
}

/** RFC 3339 in UTC with whole seconds, as billing, usage and quota bodies have it. */
export function secondsTimestamp(now: number): string {
  return `${timestamp(now).slice(0, 19)}Z`;
}

/** When the month `YYYY-MM` begins and the next one does, in milliseconds. */
export function boundsOfPeriod(period: string): { start: number; end: number } {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
}

// Crockford's base 32 in lower case: sorts as it counts, and has no letters that look alike
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ids that sort by time: 48 bits of milliseconds and 80 random bits (the layout of a ULID). Within a millisecond the
 * random part counts upwards, so that order holds there too.
 */
export function timeOrderedIds(clock: Clock, random: RandomSource): IdSource {
  let lastTime = -1;
  /** The ten characters of the time and the sixteen of the random part, as character codes. */
  const codes = new Array<number>(26).fill(0);

  function step(): void {
    const now = clock.now();
    if (now <= lastTime) {
      increment(codes);
      return;
    }
    lastTime = now;
    encodeTime(now, codes);
    // the first digit stays small, so that counting upwards has room
    for (let index = 10; index < 26; index += 1)
      codes[index] = getCode(random.integer(index === 10 ? 16 : 32));
  }

  return {
    next(prefix) {
      step();
      return `${prefix}_${String.fromCharCode(...codes)}`;
    },
  };
}

function increment(codes: number[]): void {
  for (let index = 25; index >= 10; index -= 1) {
    const next = alphabet.indexOf(String.fromCharCode(codes[index] ?? 0)) + 1;
    codes[index] = getCode(next % 32);
    if (next < 32) return;
  }
}

function encodeTime(now: number, codes: number[]): void {
  let rest = now;
  for (let index = 9; index >= 0; index -= 1) {
    codes[index] = getCode(rest % 32);
    rest = Math.floor(rest / 32);
  }
}

function getCode(digit: number): number {
  return alphabet.charCodeAt(digit);
}

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
