import fc from "fast-check";
import { expect, it } from "vitest";
import { exactAmount } from "./exact-amount.ts";

it("rounds half up on the decimals that were written, not on their binary likeness", () => {
  expect(exactAmount(1, 1.005)).toBe(101);
  expect(exactAmount(3, 0.335)).toBe(101);
  expect(exactAmount(1.5, 33.33)).toBe(5000);
  expect(exactAmount(0.0001, 49.99)).toBe(0);
  expect(exactAmount(1, 1e-7)).toBe(0);
});

it("gives centavos back as they went in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (centavos) => {
      expect(exactAmount(1, centavos / 100)).toBe(centavos);
    }),
  );
});
