import { epochDayAt, formatEpochDay } from "@codespar/formats";

/** The date, `YYYY-MM-DD`, a number of working days after the local date at an instant. Holidays count as working days. */
export function addWorkingDays(epochMs: number, offsetMinutes: number, days: number): string {
  let day = epochDayAt(epochMs, offsetMinutes);
  for (let left = days; left > 0; ) {
    day += 1;
    if (!isWeekend(day)) left -= 1;
  }
  return formatEpochDay(day);
}

function isWeekend(epochDay: number): boolean {
  const weekday = (epochDay + 4) % 7; // 1970-01-01 was a Thursday
  return weekday === 0 || weekday === 6;
}
