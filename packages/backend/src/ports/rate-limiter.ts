/** What a limiter says of one request. */
export interface RateLimitVerdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the full limit is there again. */
  resetSeconds: number;
  /** Seconds until one request is allowed; 0 when this one is. */
  retryAfterSeconds: number;
}

/** Counts requests of an organisation against its plan. A port of its own: it may live elsewhere than the store. */
export interface RateLimiter {
  /** Takes one request; undefined when nothing is limited. `peek` takes none. */
  take(
    bucket: string,
    limitPerMinute: number,
    now: number,
    peek?: boolean,
  ): RateLimitVerdict | undefined | Promise<RateLimitVerdict | undefined>;
}
