import type { RateLimitVerdict } from "../../ports/rate-limiter.ts";

/** `RateLimit-*` as draft-ietf-httpapi-ratelimit-headers had them before version 8, which clients know best. */
export function rateLimitHeaders(verdict: RateLimitVerdict | undefined): Record<string, string> {
  if (verdict === undefined) return {};
  return {
    "ratelimit-limit": String(verdict.limit),
    "ratelimit-remaining": String(verdict.remaining),
    "ratelimit-reset": String(verdict.resetSeconds),
  };
}
