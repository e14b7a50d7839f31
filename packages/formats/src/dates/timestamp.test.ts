import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDateAt,
  endOfEpochDay,
  epochDayAt,
  isShortDate,
  parseEpochDay,
  startOfCalendarDate,
} from "./calendar-date.ts";
import {
  formatCompactMinute,
  formatLocalTimestamp,
  formatMillisecondTimestamp,
  formatOffsetTimestamp,
  formatSpacedTimestamp,
  formatYearMonth,
  unixSeconds,
} from "./timestamp.ts";
import { formatUtcOffset, UTC_OFFSET_MINUTES } from "./utc-offset.ts";

const LATE_EVENING = Date.UTC(2026, 10, 30, 23, 57, 8, 4);
const AFTER_MIDNIGHT_UTC = Date.UTC(2026, 11, 1, 2, 30);

describe("timestamps", () => {
  it("writes the shapes that the providers use", () => {
    expect(formatOffsetTimestamp(LATE_EVENING, UTC_OFFSET_MINUTES.BR)).toBe("2026-11-30T20:57:08-03:00");
    expect(formatMillisecondTimestamp(LATE_EVENING, -180)).toBe("2026-11-30T20:57:08.004-03:00");
    expect(formatLocalTimestamp(LATE_EVENING, UTC_OFFSET_MINUTES.MX)).toBe("2026-11-30T17:57:08");
    expect(formatSpacedTimestamp(LATE_EVENING, -180)).toBe("2026-11-30 20:57:08");
    expect(formatCompactMinute(LATE_EVENING, 0)).toBe("202611302357");
    expect(unixSeconds(LATE_EVENING)).toBe(1_796_083_028);
  });

  it("keeps the local month while UTC is already in the next one", () => {
    expect(formatYearMonth(AFTER_MIDNIGHT_UTC, UTC_OFFSET_MINUTES.BR)).toBe("2611");
    expect(calendarDateAt(AFTER_MIDNIGHT_UTC, UTC_OFFSET_MINUTES.BR)).toBe("2026-11-30");
  });

  it("reads back as the same instant", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(-360, -300, -180, 0, 330),
        (at, offset) => {
          expect(Date.parse(formatMillisecondTimestamp(at, offset))).toBe(at);
        },
      ),
    );
    expect(formatUtcOffset(330)).toBe("+05:30");
  });
});

describe("calendar dates", () => {
  it("has no 30 February, nor 29 in an ordinary year", () => {
    expect(parseEpochDay("2026-02-29")).toBeUndefined();
    expect(parseEpochDay("2028-02-29")).toBe(Date.UTC(2028, 1, 29) / 86_400_000);
    expect(parseEpochDay("2026-2-03")).toBeUndefined();
    expect(isShortDate("000229")).toBe(true);
    expect(isShortDate("610229")).toBe(false);
  });

  it("starts and ends a day where the country does", () => {
    expect(startOfCalendarDate("2026-12-10", -180)).toBe(Date.UTC(2026, 11, 10, 3));
    expect(endOfEpochDay(epochDayAt(AFTER_MIDNIGHT_UTC, -180), -180)).toBe(Date.UTC(2026, 11, 1, 2, 59, 59));
  });
});
