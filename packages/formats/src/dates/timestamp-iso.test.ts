import fc from "fast-check";
import { expect, it } from "vitest";
import { formatMillisecondTimestamp } from "./timestamp.ts";

it("agrees with Date at every instant and offset", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -62_000_000_000_000, max: 200_000_000_000_000 }),
      fc.constantFrom(-360, -300, -180, 0, 330),
      (at, offset) => {
        const expected = new Date(at + offset * 60_000).toISOString().slice(0, 23);
        expect(formatMillisecondTimestamp(at, offset).slice(0, 23)).toBe(expected);
        expect(Date.parse(formatMillisecondTimestamp(at, offset))).toBe(at);
      },
    ),
    { numRuns: 1000 },
  );
});
