import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES } from "../country.ts";
import { formatOffset, instantOfLocalTime, isTimeZone, zoneOffsetAt } from "./dates-and-zones.ts";

const HOUR = 3_600_000;
const mainZones = COUNTRY_CODES.map((code) => COUNTRIES[code].timeZone);

/** Second opinion: the wall clock that Intl prints, field by field. */
function wallClock(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

describe("zoneOffsetAt", () => {
  it.each([
    ["America/Sao_Paulo", "2018-12-31T12:00Z", -2],
    ["America/Sao_Paulo", "2026-12-31T12:00Z", -3],
    ["America/Mexico_City", "2022-07-01T12:00Z", -5],
    ["America/Mexico_City", "2026-07-01T12:00Z", -6],
    ["America/Tijuana", "2026-07-01T12:00Z", -7],
    ["America/Santiago", "2026-01-15T12:00Z", -3],
    ["America/Santiago", "2026-07-15T12:00Z", -4],
    ["America/Bogota", "2026-07-15T12:00Z", -5],
    ["America/Argentina/Buenos_Aires", "2026-07-15T12:00Z", -3],
    ["UTC", "2026-07-15T12:00Z", 0],
  ])("is what the clocks of %s show at %s", (zone, at, hours) => {
    expect(zoneOffsetAt(Date.parse(at), zone)).toBe(hours * HOUR);
  });

  it("changes at the very second that Chile changes its clocks", () => {
    const springForward = Date.parse("2026-09-06T04:00:00Z");
    expect(zoneOffsetAt(springForward - 1000, "America/Santiago")).toBe(-4 * HOUR);
    expect(zoneOffsetAt(springForward, "America/Santiago")).toBe(-3 * HOUR);
  });

  it("agrees with Intl at every instant, also when it is asked back and forth", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }), { minLength: 1 }),
        fc.constantFrom(...mainZones, "America/Tijuana", "Pacific/Easter", "Asia/Kathmandu"),
        (instants, zone) => {
          for (const at of instants) {
            const second = Math.floor(at / 1000) * 1000;
            expect(second + zoneOffsetAt(second, zone)).toBe(wallClock(second, zone));
          }
        },
      ),
    );
  });

  it("refuses a zone that does not exist, and names the way out", () => {
    expect(() => zoneOffsetAt(0, "America/Sao Paulo")).toThrow(
      'Time zone "America/Sao Paulo" is not known. Pass a name such as "America/Sao_Paulo".',
    );
    expect(isTimeZone("BRT-3")).toBe(false);
    expect(isTimeZone("America/Lima")).toBe(true);
  });
});

describe("instantOfLocalTime", () => {
  it("gives back every instant by its wall clock, up to the hour that is shown twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) }),
        fc.constantFrom(...mainZones),
        (at, zone) => {
          const back = instantOfLocalTime(at + zoneOffsetAt(at, zone), zone);
          expect([at, at - HOUR]).toContain(back);
          expect(back + zoneOffsetAt(back, zone)).toBe(at + zoneOffsetAt(at, zone));
        },
      ),
    );
  });

  it("takes the first of two and goes past what is skipped", () => {
    const local = (text: string) => Date.parse(`${text}Z`);
    const instant = (text: string) =>
      new Date(instantOfLocalTime(local(text), "America/Santiago")).toISOString();
    // 2026-04-05 00:00 is 2026-04-04 23:00 again
    expect(instant("2026-04-04T23:30:00")).toBe("2026-04-05T02:30:00.000Z");
    // 2026-09-06 begins at 01:00
    expect(instant("2026-09-06T00:30:00")).toBe("2026-09-06T04:30:00.000Z");
    expect(instant("2026-09-06T01:30:00")).toBe("2026-09-06T04:30:00.000Z");
  });
});

it("writes offsets", () => {
  expect(formatOffset(-3 * HOUR)).toBe("-03:00");
  expect(formatOffset(5.5 * HOUR)).toBe("+05:30");
  expect(formatOffset(0)).toBe("+00:00");
});
