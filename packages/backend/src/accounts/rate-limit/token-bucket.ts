import type { RateLimiter, RateLimitVerdict } from "../../ports/rate-limiter.ts";

/** What one request takes: a bucket gains its limit each millisecond, so that counting stays in whole numbers. */
export const unitsPerRequest = 60_000;

/** Says at once, so that parallel requests cannot share one. */
export interface LocalRateLimiter extends RateLimiter {
  take(bucket: string, limitPerMinute: number, now: number, peek?: boolean): RateLimitVerdict | undefined;
}

interface Bucket {
  units: number;
  at: number;
  limit: number;
}

/** As many buckets may be there before the full ones are looked for. */
const sweepFrom = 10_000;

/**
 * A token bucket for each organisation: as many requests at once as the plan allows in a minute, refilled evenly.
 * In memory, for one process; full buckets are forgotten. Takes are synchronous, so parallel requests cannot share one.
 */
export function tokenBucket(): LocalRateLimiter {
  const buckets = new Map<string, Bucket>();

  let sweepAt = sweepFrom;

  function sweep(now: number): void {
    for (const [name, bucket] of buckets) {
      if (unitsAt(bucket, bucket.limit, now) === capacity(bucket.limit)) buckets.delete(name);
    }
    sweepAt = Math.max(sweepFrom, buckets.size * 2);
  }

  return {
    take(name, limit, now, peek = false) {
      if (buckets.size > sweepAt) sweep(now);
      const bucket = buckets.get(name);
      const units = bucket === undefined ? capacity(limit) : unitsAt(bucket, limit, now);
      const allowed = units >= unitsPerRequest;
      const left = allowed && !peek ? units - unitsPerRequest : units;
      if (!peek) buckets.set(name, { units: left, at: now, limit });
      const secondsFor = (missing: number) => Math.ceil(missing / limit / 1000);
      return {
        allowed,
        limit,
        remaining: Math.floor(left / unitsPerRequest),
        resetSeconds: secondsFor(capacity(limit) - left),
        retryAfterSeconds: allowed ? 0 : Math.max(1, secondsFor(unitsPerRequest - left)),
      };
    },
  };
}

function capacity(limit: number): number {
  return limit * unitsPerRequest;
}

/** A clock that goes back counts as no time, and what it counts from then on fills the bucket again. */
function unitsAt({ units, at }: Pick<Bucket, "at" | "units">, limit: number, now: number): number {
  return Math.min(capacity(limit), units + Math.max(0, now - at) * limit);
}
