import type { RateLimiter } from "./rate-limiter.ts";

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket for each organisation: as many requests at once as the plan allows in a minute, refilled evenly.
 * In memory, for one process; full buckets are forgotten.
 */
export function tokenBucket(): RateLimiter {
  const buckets = new Map<string, Bucket>();

  function sweep(limit: number, now: number): void {
    for (const [name, bucket] of buckets)
      if (bucket.tokens + ((now - bucket.at) / 60_000) * limit >= limit) buckets.delete(name);
  }

  return {
    take(name, limit, now, peek = false) {
      if (buckets.size > 10_000) sweep(limit, now);
      const bucket = buckets.get(name) ?? { tokens: limit, at: now };
      const tokens = Math.min(limit, bucket.tokens + (Math.max(0, now - bucket.at) / 60_000) * limit);
      const allowed = tokens >= 1;
      const left = allowed && !peek ? tokens - 1 : tokens;
      buckets.set(name, { tokens: left, at: now });
      const secondsFor = (missing: number) => Math.ceil((missing / limit) * 60);
      return {
        allowed,
        limit,
        remaining: Math.floor(left),
        resetSeconds: secondsFor(limit - left),
        retryAfterSeconds: allowed ? 0 : Math.max(1, secondsFor(1 - left)),
      };
    },
  };
}
