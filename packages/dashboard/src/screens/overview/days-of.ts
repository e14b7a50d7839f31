import type { DailyUsage } from "@codespar/contract";

/** Every day of the period, also those without a call. */
export function daysOf(
  daily: readonly DailyUsage[],
  start: string,
  end: string,
): { day: number; count: number }[] {
  const counts = new Map(daily.map(({ date, count }) => [date, count]));
  const [month, last] = [start.slice(0, 7), Number(end.slice(8, 10))];
  return Array.from({ length: last }, (_, index) => ({
    day: index + 1,
    count: counts.get(`${month}-${String(index + 1).padStart(2, "0")}`) ?? 0,
  }));
}
