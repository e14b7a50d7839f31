import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES } from "../country.ts";
import {
  addDays,
  calendarDateAt,
  daysBetween,
  endOfDate,
  epochDayAt,
  formatEpochDay,
  fromDayFirst,
  isCalendarDate,
  isShortDate,
  parseEpochDay,
  startOfDate,
} from "./dates-and-zones.ts";

const SAO_PAULO = "America/Sao_Paulo";
const SANTIAGO = "America/Santiago";
const AFTER_MIDNIGHT_UTC = Date.UTC(2026, 11, 1, 2, 30);
const anyDay = fc.integer({ min: parseEpochDay("1990-01-01") ?? 0, max: parseEpochDay("2099-12-31") ?? 0 });

describe("calendar dates", () => {
  it("has no 30 February, nor 29 in an ordinary year", () => {
    expect(parseEpochDay("2026-02-29")).toBeUndefined();
    expect(parseEpochDay("2028-02-29")).toBe(Date.UTC(2028, 1, 29) / 86_400_000);
    expect(isCalendarDate("2026-2-03")).toBe(false);
    expect(isCalendarDate("2026-02-03")).toBe(true);
    expect(isShortDate("000229")).toBe(true);
    expect(isShortDate("610229")).toBe(false);
    expect(() => addDays("2026-02-30", 1)).toThrow(
      'Date "2026-02-30" does not exist. Pass one as YYYY-MM-DD.',
    );
  });

  it("counts days over months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(daysBetween("2026-12-31", "2026-12-01")).toBe(-30);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const date = formatEpochDay(day);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it("is the date of the place, not the one of UTC", () => {
    expect(calendarDateAt(AFTER_MIDNIGHT_UTC, SAO_PAULO)).toBe("2026-11-30");
    expect(calendarDateAt(AFTER_MIDNIGHT_UTC, "UTC")).toBe("2026-12-01");
    expect(formatEpochDay(epochDayAt(AFTER_MIDNIGHT_UTC, SAO_PAULO))).toBe("2026-11-30");
  });

  it("starts and ends a day where the country does", () => {
    expect(startOfDate("2026-12-10", SAO_PAULO)).toBe(Date.UTC(2026, 11, 10, 3));
    expect(endOfDate("2026-11-30", SAO_PAULO)).toBe(Date.UTC(2026, 11, 1, 2, 59, 59));
    expect(() => endOfDate("tomorrow", SAO_PAULO)).toThrow(RangeError);
  });

  it("starts at one o'clock the day on which Chile puts its clocks forward at midnight", () => {
    expect(startOfDate("2026-09-06", SANTIAGO)).toBe(Date.parse("2026-09-06T04:00:00Z"));
    expect(endOfDate("2026-09-05", SANTIAGO)).toBe(Date.parse("2026-09-06T03:59:59Z"));
    expect(endOfDate("2026-04-04", SANTIAGO)).toBe(Date.parse("2026-04-05T03:59:59Z"));
  });

  it("puts the first and the last second on the day, and the ones around them off it, in every country", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...COUNTRY_CODES), (day, country) => {
        const { timeZone } = COUNTRIES[country];
        const date = formatEpochDay(day);
        const start = startOfDate(date, timeZone);
        const end = endOfDate(date, timeZone);
        expect(calendarDateAt(start, timeZone)).toBe(date);
        expect(calendarDateAt(end, timeZone)).toBe(date);
        expect(calendarDateAt(start - 1000, timeZone)).toBe(addDays(date, -1));
        expect(calendarDateAt(end + 1000, timeZone)).toBe(addDays(date, 1));
      }),
    );
  });

  it("reads dates that begin with the day", () => {
    expect(fromDayFirst("20/11/2026")).toBe("2026-11-20");
    expect(fromDayFirst("20-11-2026 16:00")).toBe("2026-11-20 16:00");
    expect(fromDayFirst("2026-11-20")).toBe("2026-11-20");
  });
});
