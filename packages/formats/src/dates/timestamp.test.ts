import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES } from "../country.ts";
import {
  formatCompactMinute,
  formatEndOfDate,
  formatLocalTimestamp,
  formatMillisecondTimestamp,
  formatOffsetTimestamp,
  formatSpacedTimestamp,
  formatYearMonth,
  parseLocalTimestamp,
  parseTimestamp,
  unixSeconds,
} from "./timestamp.ts";
import { MEXICO_CITY, SANTIAGO, SAO_PAULO } from "./zone-names.ts";

const LATE_EVENING = Date.UTC(2026, 10, 30, 23, 57, 8, 4);
const AFTER_MIDNIGHT_UTC = Date.UTC(2026, 11, 1, 2, 30);
const anyInstant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2080, 0) });
const anyZone = fc.constantFrom("UTC", ...COUNTRY_CODES.map((code) => COUNTRIES[code].timeZone));

describe("writing timestamps", () => {
  it("has the shapes that the providers use", () => {
    expect(formatOffsetTimestamp(LATE_EVENING, SAO_PAULO)).toBe("2026-11-30T20:57:08-03:00");
    expect(formatMillisecondTimestamp(LATE_EVENING, SAO_PAULO)).toBe("2026-11-30T20:57:08.004-03:00");
    expect(formatLocalTimestamp(LATE_EVENING, MEXICO_CITY)).toBe("2026-11-30T17:57:08");
    expect(formatSpacedTimestamp(LATE_EVENING, SAO_PAULO)).toBe("2026-11-30 20:57:08");
    expect(formatCompactMinute(LATE_EVENING, "UTC")).toBe("202611302357");
    expect(unixSeconds(LATE_EVENING)).toBe(1_796_083_028);
  });

  it("follows Chile's clocks from winter to summer", () => {
    expect(formatOffsetTimestamp(Date.UTC(2026, 6, 1, 12), SANTIAGO)).toBe("2026-07-01T08:00:00-04:00");
    expect(formatOffsetTimestamp(Date.UTC(2026, 11, 1, 12), SANTIAGO)).toBe("2026-12-01T09:00:00-03:00");
  });

  it("ends a date with the offset that it ends in", () => {
    expect(formatEndOfDate("2026-11-20", SAO_PAULO)).toBe("2026-11-20T23:59:59-03:00");
    expect(formatEndOfDate("2026-09-05", SANTIAGO)).toBe("2026-09-05T23:59:59-04:00");
    expect(formatEndOfDate("2026-09-06", SANTIAGO)).toBe("2026-09-06T23:59:59-03:00");
    expect(() => formatEndOfDate("soon", SAO_PAULO)).toThrow(RangeError);
  });

  it("keeps the local month while UTC is already in the next one", () => {
    expect(formatYearMonth(AFTER_MIDNIGHT_UTC, SAO_PAULO)).toBe("2611");
  });

  it("reads back as the same instant", () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const text = formatMillisecondTimestamp(at, zone);
        expect(Date.parse(text)).toBe(at);
        expect(parseTimestamp(text)).toBe(at);
        expect(parseLocalTimestamp(text, "Asia/Tokyo")).toBe(at);
      }),
    );
  });
});

describe("parseTimestamp", () => {
  it.each(["2026-11-20", "2026-11-20T20:57:00", "2026-02-30T20:57:00Z", "2026-11-20T25:00:00Z", "now", ""])(
    "refuses %j: no instant follows from it",
    (text) => {
      expect(parseTimestamp(text)).toBeUndefined();
    },
  );

  it("takes both ways to write an offset", () => {
    expect(parseTimestamp("2026-11-20T20:57:00-0300")).toBe(Date.UTC(2026, 10, 20, 23, 57));
    expect(parseTimestamp("2026-11-20T20:57:00.123Z")).toBe(Date.UTC(2026, 10, 20, 20, 57, 0, 123));
  });
});

describe("parseLocalTimestamp", () => {
  it.each([
    ["2026-11-20 20:57:00", Date.UTC(2026, 10, 20, 23, 57)],
    ["2026-11-20T20:57:00", Date.UTC(2026, 10, 20, 23, 57)],
    ["2026-11-20T20:57:00.500", Date.UTC(2026, 10, 20, 23, 57)],
    ["20261120 20:57", Date.UTC(2026, 10, 20, 23, 57)],
    ["2026-11-20", Date.UTC(2026, 10, 20, 3)],
    ["2026-11-20T20:57:00Z", Date.UTC(2026, 10, 20, 20, 57)],
  ])("reads %s in São Paulo", (text, at) => {
    expect(parseLocalTimestamp(text, SAO_PAULO)).toBe(at);
  });

  it.each(["2026-11-31 10:00", "2026-11-20 24:00", "2026-11-20 10:60", "20/11/2026", "soon", ""])(
    "refuses %j",
    (text) => {
      expect(parseLocalTimestamp(text, SAO_PAULO)).toBeUndefined();
    },
  );

  it("gives back what was written, up to the hour that clocks show twice", () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const written = formatSpacedTimestamp(at, zone);
        const read = parseLocalTimestamp(written, zone) ?? Number.NaN;
        expect(formatSpacedTimestamp(read, zone)).toBe(written);
        expect([0, 3600]).toContain(unixSeconds(at) - unixSeconds(read));
      }),
    );
  });
});
