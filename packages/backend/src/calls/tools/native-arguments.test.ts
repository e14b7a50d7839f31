import { describe, expect, it } from "vitest";
import { findLimitIssue } from "./native-arguments.ts";

describe("findLimitIssue", () => {
  it("looks at every entry of a list", () => {
    const limits = [{ path: "items.*.value", minimum: 5 }];
    expect(findLimitIssue(limits, { items: [{ value: 5 }, { value: 4.99 }] })).toEqual({
      path: "items.1.value",
      problem: "range",
      limit: 5,
      message: "value must be at least 5, not 4.99.",
    });
  });

  it("holds only beside the arguments that it names, null for one that is left out", () => {
    const limits = [{ path: "amount", when: { currency: ["COP", null] }, decimals: 0 }];
    expect(findLimitIssue(limits, { amount: 0.5, currency: "BRL" })).toBeUndefined();
    expect(findLimitIssue(limits, { amount: 0.5, currency: "COP" })?.problem).toBe("decimals");
    expect(findLimitIssue(limits, { amount: 0.5 })?.message).toBe(
      "amount must have no decimals with currency COP or left out, not 0.5.",
    );
  });

  it("counts the decimals that travel, whatever a double makes of them", () => {
    const limits = [{ path: "value", decimals: 2 }];
    for (const value of [0.07, 4.35, 1e21, 99_999_999.99, 100])
      expect(findLimitIssue(limits, { value })).toBeUndefined();
    for (const value of [0.075, 1e-7, 1.005])
      expect(findLimitIssue(limits, { value })?.problem).toBe("decimals");
  });

  it("leaves out what is not there, and what is no number to the schema", () => {
    const limits = [{ path: "a.b", maximum: 1 }];
    for (const args of [{}, { a: null }, { a: { b: "2" } }, { a: [] }])
      expect(findLimitIssue(limits, args)).toBeUndefined();
  });
});
