import type { Clock } from "@codespar/backend/ports";
import type { Database } from "./database.ts";
import { readNumber } from "./read-row.ts";

/**
 * Translates between the times that callers pass, which are of their own clock, and the database's, by which all
 * processes tell whether a lease has run out. It measures how far the two are apart.
 */
export interface DatabaseClock {
  /** A caller's time as it is stored. */
  toDatabase(time: number): number;
  /** A stored time as callers see it. */
  fromDatabase(time: number): number;
  /** Measures again. */
  measure(): Promise<void>;
}

/** Stored as they are: for those whose clock is not the real time, such as tests. */
export const callersClock: DatabaseClock = {
  toDatabase: (time) => time,
  fromDatabase: (time) => time,
  measure: async () => {},
};

/** Milliseconds of a round trip that need no second look. */
const closeEnoughMs = 20;

/** Beyond any real time, so that "never" stays what it is. */
const never = Number.MAX_SAFE_INTEGER - 10 ** 13;

export interface DatabaseClockOptions {
  database: Database;
  /** The callers' clock. */
  clock: Clock;
  /** Milliseconds that only ever count upwards, at a steady pace. */
  monotonic(): number;
}

export function databaseClock({ database, clock, monotonic }: DatabaseClockOptions): DatabaseClock {
  /** What the database's clock showed when `monotonic` was nought. */
  let origin: number | undefined;
  /** Looked at again each time: the caller's clock may be set while the process runs. */
  const offset = () => (origin === undefined ? 0 : Math.round(origin + monotonic() - clock.now()));
  return {
    toDatabase: (time) => (Math.abs(time) > never ? time : time + offset()),
    fromDatabase: (time) => (Math.abs(time) > never ? time : time - offset()),
    async measure() {
      let best: { origin: number; roundTrip: number } | undefined;
      for (
        let tries = 0;
        tries < 3 && (best?.roundTrip ?? Number.POSITIVE_INFINITY) > closeEnoughMs;
        tries += 1
      ) {
        const before = monotonic();
        const [row] = await database.query(
          "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS now",
          [],
          { isRepeatable: true },
        );
        const after = monotonic();
        if (row === undefined) continue;
        // it was read somewhere between the two: half way is wrong by half the round trip at most
        const measured = { origin: readNumber(row, "now") - (before + after) / 2, roundTrip: after - before };
        if (best === undefined || measured.roundTrip < best.roundTrip) best = measured;
      }
      origin = best?.origin ?? origin;
    },
  };
}
