import { expect, it } from "vitest";
import { totalAmount } from "./total-amount.ts";

it("rounds each line to a whole minor unit, half up", () => {
  expect(totalAmount([{ quantity: 2, unit_amount: 4995 }])).toBe(9990);
  expect(
    totalAmount([
      { quantity: 0.5, unit_amount: 101 },
      { quantity: 0.1, unit_amount: 3 },
    ]),
  ).toBe(51);
  expect(totalAmount([{ quantity: 1.005, unit_amount: 1000 }])).toBe(1005);
});
