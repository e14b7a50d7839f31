import type { Country } from "@codespar/contract";

const dayMs = 86_400_000;

/** Minutes east of UTC; standard time, because a delivery date does not depend on an hour. */
export const utcOffsetMinutes: Readonly<Record<Country, number>> = {
  BR: -180,
  MX: -360,
  AR: -180,
  CO: -300,
  CL: -180,
};

/** The date, `YYYY-MM-DD`, that lies a number of working days after a moment in the country. Holidays are not known. */
export function deliveryDateAfter(now: number, days: number, country: Country): string {
  let day = Math.floor((now + utcOffsetMinutes[country] * 60_000) / dayMs);
  for (let left = days; left > 0; ) {
    day += 1;
    const weekday = (day + 4) % 7; // 1970-01-01 was a Thursday
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
