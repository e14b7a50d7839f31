import { secondsTimestamp } from "@codespar/backend";
import fc from "fast-check";
import { expect, it } from "vitest";
import { BRAZIL_OFFSET, daysUntil, endOfLocalDate, localDate, parseLocalTime } from "./local-date.ts";

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

it("agrees with Date", () => {
  fc.assert(
    fc.property(instant, (at) => {
      expect(secondsTimestamp(at)).toBe(`${new Date(at).toISOString().slice(0, 19)}Z`);
      expect(localDate(at, BRAZIL_OFFSET)).toBe(new Date(at - 10_800_000).toISOString().slice(0, 10));
    }),
  );
});

it("counts days where they are lived: late in the evening UTC it is still today in São Paulo", () => {
  const evening = Date.UTC(2026, 11, 10, 1, 30);
  expect(localDate(evening, BRAZIL_OFFSET)).toBe("2026-12-09");
  expect(localDate(evening, BRAZIL_OFFSET, 3)).toBe("2026-12-12");
  expect(daysUntil("2026-12-10", evening, BRAZIL_OFFSET)).toBe(1);
  expect(daysUntil("2026-12-08", evening, BRAZIL_OFFSET)).toBe(-1);
});

it("reads a local time back to the instant", () => {
  expect(parseLocalTime("2026-12-09 22:30:00", BRAZIL_OFFSET)).toBe(Date.UTC(2026, 11, 10, 1, 30));
  expect(endOfLocalDate("2026-12-09", BRAZIL_OFFSET)).toBe(Date.UTC(2026, 11, 10, 2, 59, 59));
  expect(parseLocalTime("soon", BRAZIL_OFFSET)).toBeUndefined();
});
