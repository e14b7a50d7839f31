/** A day on which the banks of a country stay closed, as its law states it. */
export type HolidayRule = HolidayDay & {
  name: string;
  /** First and last year of the rule. Left out: since 2018 at least, and until further notice. */
  from?: number;
  until?: number;
  /** Years from `from` to the next occurrence. @default 1 */
  everyYears?: number;
  /** Where the law moves it to. It is given the weekday, 0 for Sunday, and returns by how many days. */
  moved?: (weekday: number) => number;
  /** Whether it is a holiday on such a weekday; left out, on all. */
  onWeekdays?: readonly number[];
};

type HolidayDay =
  | { month: number; day: number }
  /** Days from Easter Sunday. */
  | { easter: number }
  /** The first, second, third … Monday of a month. */
  | { month: number; monday: number }
  /** Computed some other way, in days since 1970-01-01. */
  | { getDay: (year: number) => number };

export interface BankCalendar {
  rules: readonly HolidayRule[];
  /** Days that a decree named for one year alone. */
  once?: Readonly<Record<string, string>>;
}

export const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;
export const FRIDAY = 5;

/** To the Monday that follows, unless it is one: Colombia. */
export function toNextMonday(weekday: number): number {
  return (MONDAY - weekday + 7) % 7;
}

/** Tuesday and Wednesday to the Monday before, Thursday and Friday to the Monday after: Argentina. */
export function toNearestMonday(weekday: number): number {
  if (weekday === TUESDAY || weekday === WEDNESDAY) return MONDAY - weekday;
  return weekday === THURSDAY || weekday === FRIDAY ? MONDAY + 7 - weekday : 0;
}

/** Tuesday, Wednesday and Thursday to the Monday before, Friday to the Monday after: Chile. */
export function toMondayOfWeek(weekday: number): number {
  if (weekday >= TUESDAY && weekday <= THURSDAY) return MONDAY - weekday;
  return weekday === FRIDAY ? MONDAY + 7 - weekday : 0;
}

/** Tuesday to the Friday before, Wednesday to the Friday after: the Evangelical churches' day in Chile. */
export function toFriday(weekday: number): number {
  if (weekday === TUESDAY) return FRIDAY - 7 - weekday;
  return weekday === WEDNESDAY ? FRIDAY - weekday : 0;
}
