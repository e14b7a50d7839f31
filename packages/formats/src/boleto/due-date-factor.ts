import { formatEpochDay, requireEpochDay } from "../dates/dates-and-zones.ts";

/** 1997-10-07 as days since 1970-01-01. */
const BASE_DAY = 10_141;
const CYCLE = 9000;
const FIRST_OF_CYCLE = 1000;

/**
 * Due-date factor of a boleto for its due date in São Paulo, `YYYY-MM-DD` (FEBRABAN): days since 1997-10-07, which
 * began again with 1000 on 2025-02-22. Throws RangeError for an earlier date and for what is not one.
 */
export function dueDateFactor(dueDate: string): number {
  const days = requireEpochDay(dueDate) - BASE_DAY;
  if (days < 0) throw new RangeError("A boleto cannot be due before 1997-10-07. Pass a later date.");
  return days < FIRST_OF_CYCLE + CYCLE ? days : ((days - FIRST_OF_CYCLE) % CYCLE) + FIRST_OF_CYCLE;
}

/** The due date of a factor in the cycle that lies nearest to a date, such as today; undefined for 0000. Throws RangeError. */
export function dateOfFactor(factor: number, near: string): string | undefined {
  if (factor === 0) return undefined;
  const first = BASE_DAY + factor;
  if (factor < FIRST_OF_CYCLE) return formatEpochDay(first);
  const cycles = Math.max(0, Math.round((requireEpochDay(near) - first) / CYCLE));
  return formatEpochDay(first + cycles * CYCLE);
}
