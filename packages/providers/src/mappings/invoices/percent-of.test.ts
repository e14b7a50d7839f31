import fc from "fast-check";
import { expect, it } from "vitest";
import { percentOf } from "./percent-of.ts";

it.each([
  [10_000, 18, 1800],
  [9990, 1.65, 165],
  [9990, 7.6, 759],
  [100, 0.5, 1],
  [99, 0.5, 0],
  [1, 0, 0],
])("of %i, %d per cent is %i", (amount, rate, expected) => {
  expect(percentOf(amount, rate)).toBe(expected);
});

it("is never more than half a centavo off, and never negative", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000), (amount, tenThousandths) => {
      const rate = tenThousandths / 10_000;
      const exact = (amount * tenThousandths) / 1_000_000;
      expect(Math.abs(percentOf(amount, rate) - exact)).toBeLessThanOrEqual(0.500_001);
      expect(percentOf(amount, rate)).toBeGreaterThanOrEqual(0);
    }),
  );
});
