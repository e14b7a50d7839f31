import { epochDayAt } from "../dates/calendar-date.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";

/** 1997-10-07 as days since 1970-01-01. */
const BASE_DAY = 10_141;
const CYCLE = 9000;
const FIRST_OF_CYCLE = 1000;

/** Due-date factor of a boleto for days since 1970-01-01 (FEBRABAN; the count began again on 2025-02-22). */
export function dueDateFactor(epochDay: number): number {
  const days = epochDay - BASE_DAY;
  if (days < 0) throw new RangeError("A boleto cannot be due before 1997-10-07. Pass a later date.");
  return days <= 9999 ? days : ((days - FIRST_OF_CYCLE) % CYCLE) + FIRST_OF_CYCLE;
}

/** The factor of the São Paulo date at an instant: late in the evening UTC is already on the next day. */
export function dueDateFactorAt(epochMs: number): number {
  return dueDateFactor(epochDayAt(epochMs, SAO_PAULO));
}

/** The due date, in days since 1970-01-01, of the cycle that lies nearest to `nearEpochDay`; undefined for 0000. */
export function epochDayOfFactor(factor: number, nearEpochDay: number): number | undefined {
  if (factor === 0) return undefined;
  const first = BASE_DAY + factor;
  if (factor < FIRST_OF_CYCLE) return first;
  return first + Math.max(0, Math.round((nearEpochDay - first) / CYCLE)) * CYCLE;
}
