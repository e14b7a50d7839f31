import { expect, it } from "vitest";
import { daysOf } from "./days-of.ts";

it("has every day of the period, also those without a call", () => {
  const days = daysOf(
    [
      { date: "2026-02-03", count: 7 },
      { date: "2026-02-28", count: 1 },
      { date: "2026-01-03", count: 99 },
    ],
    "2026-02-01T00:00:00Z",
    "2026-02-28T23:59:59Z",
  );
  expect(days).toHaveLength(28);
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { day: 3, count: 7 },
    { day: 28, count: 1 },
  ]);
});
