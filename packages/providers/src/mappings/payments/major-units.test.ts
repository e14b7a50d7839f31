import { currencies, maxAmount } from "@codespar/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toMajorUnits, toMinorUnits } from "./major-units.ts";

it("comes back unchanged from major units, also through JSON, in every currency", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: maxAmount }),
      fc.constantFrom(...currencies),
      (amount, currency) => {
        const major: number = JSON.parse(JSON.stringify(toMajorUnits(amount, currency)));
        expect(toMinorUnits(major, currency)).toBe(amount);
        expect(String(major)).toMatch(/^\d+(\.\d{1,2})?$/);
      },
    ),
  );
});

it("knows currencies without a minor unit", () => {
  expect(toMajorUnits(15990, "CLP")).toBe(15990);
  expect(toMajorUnits(15990, "BRL")).toBe(159.9);
});
