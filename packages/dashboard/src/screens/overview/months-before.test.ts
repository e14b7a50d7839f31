import { expect, it } from "vitest";
import { monthsBefore } from "./months-before.ts";

it("goes back over the turn of the year", () => {
  expect(monthsBefore("2026-02", 4)).toEqual(["2026-01", "2025-12", "2025-11", "2025-10"]);
});
