import type { Timers } from "../../ports/clock.ts";
import type { RateLimiter, RateLimitVerdict } from "../../ports/rate-limiter.ts";
import { type LocalRateLimiter, tokenBucket, unitsPerRequest } from "./token-bucket.ts";

/** Buckets that several processes draw from, by a clock of their own. */
export interface CentralBuckets {
  /** Takes so many requests out of the bucket, or as many as there are; with 0, looks. */
  draw(bucket: string, limitPerMinute: number, wanted: number): Promise<{ granted: number; units: number }>;
}

export interface ShareRateLimiterOptions {
  central: CentralBuckets;
  timers: Timers;
  /** Requests a minute up to which each one is drawn by itself, so that the limit is exact. @default 1000 */
  exactUpTo?: number | undefined;
  /** Milliseconds after which the buckets count as unreachable. @default 250 */
  waitMs?: number | undefined;
  /** Counts while they are: each process by itself. @default tokenBucket() */
  fallback?: LocalRateLimiter | undefined;
  /** Called once when they cannot be reached any more. */
  reportError(error: unknown): void;
}

/** A share serves for this long, and what is left of it then is given up: it must not gather in processes. */
const shareMs = 1_000;
/** Shares that a process holds. */
const mostShares = 10_000;

/**
 * One limit over several processes. Small limits are exact. Above, a process draws a share, a second's worth of the limit, and
 * spends it without asking: never more than the limit together, and up to a share of each process may go unused.
 */
export function shareRateLimiter({
  central,
  timers,
  exactUpTo = 1_000,
  waitMs = 250,
  fallback = tokenBucket(),
  reportError,
}: ShareRateLimiterOptions): RateLimiter {
  const shares = new Map<string, { left: number; units: number; until: number }>();
  let isReached = true;

  async function draw(bucket: string, limit: number, wanted: number) {
    let cancel = () => {};
    const late = new Promise<never>((_, reject) => {
      cancel = timers.after(waitMs, () =>
        reject(new Error(`Rate limits were not drawn within ${waitMs} ms.`)),
      );
    });
    try {
      const drawn = await Promise.race([central.draw(bucket, limit, wanted), late]);
      isReached = true;
      return drawn;
    } finally {
      cancel();
    }
  }

  /** By bucket, the share that is being drawn: who comes meanwhile waits for it. */
  const drawing = new Map<string, ReturnType<typeof draw>>();

  async function takeOfShare(bucket: string, limit: number, now: number): Promise<RateLimitVerdict> {
    for (;;) {
      const share = shares.get(bucket);
      if (share !== undefined && share.until > now && share.left > 0) {
        share.left -= 1;
        return toVerdict(limit, share.units + share.left * unitsPerRequest, true);
      }
      const underWay = drawing.get(bucket);
      const drawn = await (underWay ?? drawShare(bucket, limit, now));
      if (drawn.granted === 0) return toVerdict(limit, drawn.units, false);
    }
  }

  function drawShare(bucket: string, limit: number, now: number): ReturnType<typeof draw> {
    const drawn = draw(bucket, limit, Math.max(1, Math.floor(limit / 60)))
      .then((result) => {
        if (shares.size >= mostShares) shares.clear();
        shares.set(bucket, { left: result.granted, units: result.units, until: now + shareMs });
        return result;
      })
      .finally(() => drawing.delete(bucket));
    drawing.set(bucket, drawn);
    return drawn;
  }

  return {
    async take(bucket, limit, now, peek = false) {
      try {
        if (!peek && limit > exactUpTo) return await takeOfShare(bucket, limit, now);
        const { granted, units } = await draw(bucket, limit, peek ? 0 : 1);
        return toVerdict(limit, units, peek ? units >= unitsPerRequest : granted > 0);
      } catch (error) {
        // a limit that cannot be looked up is no reason to refuse anybody
        if (isReached) reportError(error);
        isReached = false;
        return fallback.take(bucket, limit, now, peek);
      }
    },
  };
}

function toVerdict(limit: number, units: number, allowed: boolean): RateLimitVerdict {
  const secondsFor = (missing: number) => Math.max(0, Math.ceil(missing / limit / 1000));
  return {
    allowed,
    limit,
    remaining: Math.min(limit, Math.floor(units / unitsPerRequest)),
    resetSeconds: secondsFor(limit * unitsPerRequest - units),
    retryAfterSeconds: allowed ? 0 : Math.max(1, secondsFor(unitsPerRequest - units)),
  };
}
