import { expect, it } from "vitest";
import { periodEnd } from "./period-end.ts";

it.each([
  ["2026-11-20T15:00:00.000Z", "month", 1, "2026-12-20T15:00:00.000Z"],
  ["2026-12-31T23:59:59.000Z", "month", 1, "2027-01-31T23:59:59.000Z"],
  ["2027-01-31T02:30:00.000Z", "month", 1, "2027-02-28T02:30:00.000Z"],
  ["2028-01-31T02:30:00.000Z", "month", 1, "2028-02-29T02:30:00.000Z"],
  ["2028-02-29T12:00:00.000Z", "year", 1, "2029-02-28T12:00:00.000Z"],
  ["2026-11-30T12:00:00.000Z", "month", 3, "2027-02-28T12:00:00.000Z"],
  ["2026-11-20T15:00:00.000Z", "week", 2, "2026-12-04T15:00:00.000Z"],
  ["2026-12-31T15:00:00.000Z", "day", 1, "2027-01-01T15:00:00.000Z"],
  ["2026-11-20T15:00:00.000Z", "constructor", 1, "2026-12-20T15:00:00.000Z"],
])("%s and a %s times %i is %s", (start, interval, count, end) => {
  expect(new Date(periodEnd(Date.parse(start), interval, count)).toISOString()).toBe(end);
});
