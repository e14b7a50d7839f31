import { expect, it } from "vitest";
import { describeExpiryProblem } from "./charge-limits.ts";

const NOW = Date.UTC(2026, 10, 20);

it.each([
  [undefined, undefined],
  [NOW + 1, undefined],
  [Date.UTC(2036, 10, 20), undefined],
  [NOW, "The expiry has passed. Send a later one."],
  [Number.NaN, "The expiry has passed. Send a later one."],
  [1e300, "The expiry lies more than ten years ahead. Send an earlier one."],
])("of %s is %s", (expiresAt, problem) => {
  expect(describeExpiryProblem(expiresAt, NOW)).toBe(problem);
});
