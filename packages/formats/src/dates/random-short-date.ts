import type { RandomSource } from "../random/random-source.ts";

/** A `yymmdd` that exists in every year: days end at 28. Years run from 1960 to 1999 unless told otherwise. */
export function randomShortDate(random: RandomSource, firstYear = 1960, years = 40): string {
  const year = (firstYear + random.integer(years)) % 100;
  const month = 1 + random.integer(12);
  const day = 1 + random.integer(28);
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("");
}
