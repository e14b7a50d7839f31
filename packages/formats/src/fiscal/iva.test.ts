import fc from "fast-check";
import { expect, it } from "vitest";
import { ivaOnTop, splitIva } from "./iva.ts";

it("splits a total into base and tax that add up to it, and puts the same tax back", () => {
  expect(splitIva(11_600)).toEqual({ subtotal: 10_000, tax: 1_600 });
  expect(ivaOnTop(10_000)).toBe(1_600);
  fc.assert(
    fc.property(fc.nat(10 ** 11), (total) => {
      const { subtotal, tax } = splitIva(total);
      expect(subtotal + tax).toBe(total);
      expect(Math.abs(ivaOnTop(subtotal) - tax)).toBeLessThanOrEqual(1);
    }),
  );
});
