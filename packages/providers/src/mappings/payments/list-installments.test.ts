import fc from "fast-check";
import { expect, it } from "vitest";
import { listInstallments } from "./list-installments.ts";

it("adds up to the total, with the remainder in the first", () => {
  expect(listInstallments(10_000, 3, Date.UTC(2026, 0, 10, 12), "America/Sao_Paulo")).toEqual([
    { number: 1, amount: 3334, due_date: "2026-02-09" },
    { number: 2, amount: 3333, due_date: "2026-03-11" },
    { number: 3, amount: 3333, due_date: "2026-04-10" },
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999_999 }),
      fc.integer({ min: 1, max: 12 }),
      (total, count) => {
        const amounts = listInstallments(total, count, 0, "UTC").map((parcel) => parcel.amount);
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total);
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
      },
    ),
  );
});
