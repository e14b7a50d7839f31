import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrice } from "./parse-price.ts";

describe("parsePrice", () => {
  it.each([
    [23.5, 2350],
    ["23.5", 2350],
    ["23.50", 2350],
    ["23,50", 2350],
    ["1.023,50", 102_350],
    ["1.234.567,89", 123_456_789],
    ["0.01", 1],
    [0, 0],
    // a quote may be finer than what can be paid
    [23.456, 2346],
  ])("reads %j as %i centavos", (price, amount) => {
    expect(parsePrice(price, "BRL")).toBe(amount);
  });

  it("knows which pesos have no smaller unit", () => {
    expect(parsePrice("5990", "CLP")).toBe(5990);
    expect(parsePrice(18_500, "COP")).toBe(1_850_000);
  });

  it.each([" ", "grátis", "1e3", "-5", -5, Number.NaN, Number.POSITIVE_INFINITY, "23.50 BRL", "0x10"])(
    "takes %j for no price",
    (price) => {
      expect(() => parsePrice(price, "BRL")).toThrow(TypeError);
    },
  );

  it("reads any amount back, however it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (amount) => {
        const [units, cents] = [Math.floor(amount / 100), String(amount % 100).padStart(2, "0")];
        const grouped = String(units).replace(/\B(?=(\d{3})+$)/g, ".");
        for (const price of [`${units}.${cents}`, `${units},${cents}`, `${grouped},${cents}`])
          expect(parsePrice(price, "BRL")).toBe(amount);
      }),
    );
  });
});
