import { expect, it } from "vitest";
import { getOwed, type PaymentConditions } from "./payment-conditions.ts";

const conditions: PaymentConditions = {
  fine: { basisPoints: 200 },
  monthlyInterest: 100,
  discount: { part: { amount: 500 }, daysBefore: 2 },
};

/** In São Paulo, at noon. 2026-11-25 is a Wednesday. */
const owedOn = (date: string, dueDate = "2026-11-25") =>
  getOwed(10_000, dueDate, conditions, Date.parse(`${date}T15:00:00Z`));

it("takes a discount off until so many days before the due date", () => {
  expect(owedOn("2026-11-23")).toEqual({ total: 9_500, fine: 0, interest: 0, discount: 500 });
  expect(owedOn("2026-11-24")).toEqual({ total: 10_000, fine: 0, interest: 0, discount: 0 });
});

it("adds the fine once, and the interest of each day", () => {
  expect(owedOn("2026-11-25").total).toBe(10_000);
  // 2 % of R$ 100.00, and 1 % a month for one day: R$ 0.03
  expect(owedOn("2026-11-26")).toEqual({ total: 10_203, fine: 200, interest: 3, discount: 0 });
  expect(owedOn("2026-12-25")).toEqual({ total: 10_300, fine: 200, interest: 100, discount: 0 });
});

it("is not late before the next bank day is over, and then counts from the due date", () => {
  // 2026-11-28 is a Saturday
  expect(owedOn("2026-11-30", "2026-11-28").total).toBe(10_000);
  expect(owedOn("2026-12-01", "2026-11-28")).toMatchObject({ fine: 200, interest: 10 });
});
