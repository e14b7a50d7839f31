import type { Database } from "../database/database.ts";
import { addDays, dropDays } from "./days.ts";

const dayMs = 86_400_000;
/** Milliseconds after which days are looked at again: what was in the way may have gone. */
const againMs = 3_600_000;

/** Keeps the tables of days up with the time; callers may ask as often as they like. */
export function dayKeeper(database: Database): {
  /** Makes the days to come and drops those that ended before. Returns how many rows of the log went. */
  keepUp(before: number): Promise<number>;
} {
  let last: { day: number; at: number } | undefined;
  return {
    async keepUp(before) {
      const [day, at] = [Math.floor(before / dayMs), performance.now()];
      if (last !== undefined && last.day === day && at - last.at < againMs) return 0;
      last = { day, at };
      await addDays(database);
      return dropDays(database, before);
    },
  };
}
