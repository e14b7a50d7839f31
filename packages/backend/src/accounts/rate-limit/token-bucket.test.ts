import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenBucket } from "./token-bucket.ts";

const start = 1_776_000_000_000;
const limits = fc.constantFrom(1, 7, 60, 300, 1000);
const gaps = fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 300 });

describe("the token bucket", () => {
  it("never lets more through than the bucket and what flowed in, in any stretch of time", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, waits) => {
        const bucket = tokenBucket();
        let now = start;
        const allowed: number[] = [];
        for (const wait of waits) {
          now += wait;
          if (bucket.take("org", limit, now)?.allowed) allowed.push(now);
        }
        for (let from = 0; from < allowed.length; from += 1) {
          for (let to = from; to < allowed.length; to += 1) {
            const elapsed = (allowed[to] ?? 0) - (allowed[from] ?? 0);
            expect((to - from + 1) * 60_000).toBeLessThanOrEqual(limit * 60_000 + elapsed * limit);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("lets a request through exactly when it says so: after Retry-After, and not a second before", () => {
    fc.assert(
      fc.property(limits, gaps, (limit, waits) => {
        const bucket = tokenBucket();
        let now = start;
        for (const wait of waits) {
          now += wait % 700;
          const verdict = bucket.take("org", limit, now);
          if (verdict === undefined || verdict.allowed) continue;
          const { retryAfterSeconds } = verdict;
          expect(retryAfterSeconds).toBeGreaterThan(0);
          expect(bucket.take("org", limit, now + retryAfterSeconds * 1000, true)?.allowed).toBe(true);
          if (retryAfterSeconds > 1) {
            expect(bucket.take("org", limit, now + (retryAfterSeconds - 1) * 1000, true)?.allowed).toBe(
              false,
            );
          }
        }
      }),
    );
  });

  it("counts down by one a request, and is full again after RateLimit-Reset", () => {
    fc.assert(
      fc.property(limits, fc.nat({ max: 2000 }), (limit, requests) => {
        const bucket = tokenBucket();
        let last = bucket.take("org", limit, start, true);
        expect(last?.remaining).toBe(limit);
        for (let index = 0; index < requests; index += 1) {
          const next = bucket.take("org", limit, start);
          expect(next?.remaining).toBe(Math.max(0, (last?.remaining ?? 0) - 1));
          last = next;
        }
        const later = start + (last?.resetSeconds ?? 0) * 1000;
        expect(bucket.take("org", limit, later, true)?.remaining).toBe(limit);
      }),
      { numRuns: 30 },
    );
  });

  it("fills by nothing when the clock goes back, and from there on as ever; keeps organisations apart (attack 19)", () => {
    const bucket = tokenBucket();
    for (let index = 0; index < 60; index += 1) bucket.take("one", 60, start);
    expect(bucket.take("one", 60, start - 3_600_000)?.allowed).toBe(false);
    expect(bucket.take("one", 60, start - 3_600_000)?.retryAfterSeconds).toBe(1);
    expect(bucket.take("one", 60, start - 3_600_000 + 1000)?.allowed).toBe(true);
    expect(bucket.take("one", 60, start - 3_600_000 + 1500)?.allowed).toBe(false);
    expect(bucket.take("two", 60, start)?.allowed).toBe(true);
  });

  it("forgets full buckets and no other, whatever their limits", () => {
    const bucket = tokenBucket();
    for (let index = 0; index < 1000; index += 1) bucket.take("big", 1000, start);
    for (let index = 0; index < 25_000; index += 1) bucket.take(`small ${index}`, 60, start + 1000);
    expect(bucket.take("big", 1000, start + 1000)?.remaining).toBe(15);
  });
});
