import { describe, expect, it } from "vitest";
import { amountAt } from "./native-json.ts";

describe("amountAt", () => {
  it("reads numbers and text in the currency's own decimals", () => {
    expect(amountAt({ value: 159.9 }, "value", "BRL")).toBe(15990);
    expect(amountAt({ order: { value: "159.90" } }, "order.value", "BRL")).toBe(15990);
    expect(amountAt({ value: 15990 }, "value", "CLP")).toBe(15990);
    expect(amountAt({ value: null }, "value", "BRL")).toBeUndefined();
    expect(amountAt({}, "value", "BRL")).toBeUndefined();
  });

  it.each([["1e3"], [10.001], ["1.000,50"], [true], [{ amount: 1 }]])(
    "refuses %j by its path instead of rounding it",
    (value) => {
      expect(() => amountAt({ value }, "value", "BRL")).toThrow(/^value: .+ is not an amount of BRL\. Pass /);
    },
  );
});
