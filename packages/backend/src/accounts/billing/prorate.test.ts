import { plans } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeOverage } from "./overage.ts";
import { daysLeft, prorate } from "./prorate.ts";

const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
const prices = fc.nat({ max: 10_000_000 });

describe("prorate", () => {
  it("counts the days that are left in UTC, the present one included", () => {
    expect(daysLeft(Date.parse("2026-04-01T00:00:00Z"))).toEqual({ left: 30, days: 30 });
    expect(daysLeft(Date.parse("2026-04-15T23:59:59Z"))).toEqual({ left: 16, days: 30 });
    expect(daysLeft(Date.parse("2028-02-29T12:00:00Z"))).toEqual({ left: 1, days: 29 });
  });

  it("charges the whole difference on the first day, and a day's share on the last", () => {
    const difference = ({ creditCents, chargeCents }: ReturnType<typeof prorate>) =>
      chargeCents - creditCents;
    expect(difference(prorate(2900, 49_900, Date.parse("2026-04-01T08:00:00Z")))).toBe(47_000);
    expect(difference(prorate(2900, 49_900, Date.parse("2026-04-30T08:00:00Z")))).toBe(1567);
    expect(prorate(0, 2900, Date.parse("2026-04-16T00:00:00Z"))).toEqual({
      creditCents: 0,
      chargeCents: 1450,
    });
  });

  it("is never half a cent off the difference for the days that are left, in whole cents", () => {
    fc.assert(
      fc.property(prices, prices, moments, (one, other, now) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { creditCents, chargeCents } = prorate(from, to, now);
        const { left, days } = daysLeft(now);
        expect(Number.isSafeInteger(creditCents) && Number.isSafeInteger(chargeCents)).toBe(true);
        // twice the difference, in days of cents, so that halves are whole
        const off = Math.abs(2 * days * (chargeCents - creditCents) - 2 * left * (to - from));
        expect(off).toBeLessThanOrEqual(days);
        expect(chargeCents).toBeGreaterThanOrEqual(creditCents);
        expect(creditCents).toBeLessThanOrEqual(from);
      }),
    );
  });

  it("costs more the earlier in the month it happens", () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 29 }), (price, day) => {
        const at = (date: number) => prorate(0, price, Date.UTC(2026, 3, date)).chargeCents;
        expect(at(day)).toBeGreaterThanOrEqual(at(day + 1));
      }),
    );
  });
});

describe("computeOverage", () => {
  const { tool_calls: quota } = plans.growth;

  it("prices calls beyond the quota at $0.20 per 1,000, the sum rounded half up", () => {
    const cents = (calls: number) => computeOverage("growth", (quota ?? 0) + calls)?.amountCents;
    expect([1, 24, 25, 74, 75, 999, 1000, 345_678].map(cents)).toEqual([0, 0, 1, 1, 2, 20, 20, 6914]);
    expect(computeOverage("growth", quota ?? 0)).toBeUndefined();
  });

  it("is never half a cent off, and grows with the calls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (calls) => {
        const overage = computeOverage("growth", (quota ?? 0) + calls);
        expect(overage?.calls).toBe(calls);
        expect(Math.abs((overage?.amountCents ?? 0) * 1000 - calls * 20)).toBeLessThanOrEqual(500);
        const next = computeOverage("growth", (quota ?? 0) + calls + 1)?.amountCents ?? 0;
        expect(next).toBeGreaterThanOrEqual(overage?.amountCents ?? 0);
      }),
    );
  });

  it("is for plans that have it", () => {
    for (const plan of ["hobby", "starter", "enterprise"] as const) {
      expect(computeOverage(plan, 1_000_000_000)).toBeUndefined();
    }
  });
});
