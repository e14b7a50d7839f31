import { failure } from "../api-failure.ts";
import { planOf } from "../metering/quota-of.ts";
import type { Caller } from "../routes/route.ts";
import type { Services } from "../services.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";
import type { RateLimitVerdict } from "./rate-limiter.ts";

/** Requests a minute for service keys, which have a limit of their own. */
const serviceKeyLimit = 10_000;

/** Requests a minute for a session of the dashboard, which takes nothing of the organisation's. */
const sessionLimit = 1_000;

/** Takes one request of the caller's limit; throws 429 when none is left. `peek` only looks. */
export function takeRequest(services: Services, caller: Caller, peek = false): RateLimitVerdict | undefined {
  const isService = caller.key.organisation === null;
  const ownBucket = isService ? `service ${caller.key.id}` : caller.key.bucket;
  const ownLimit = isService ? serviceKeyLimit : sessionLimit;
  const limit = ownBucket === undefined ? planOf(caller.organisation).requests_per_minute : ownLimit;
  if (limit === null) return undefined;
  const bucket = ownBucket ?? caller.organisation.id;
  const verdict = services.rateLimiter.take(bucket, limit, services.clock.now(), peek);
  if (verdict === undefined || verdict.allowed || peek) return verdict;
  const seconds = String(verdict.retryAfterSeconds);
  throw failure(
    "rate_limited",
    `More than ${limit} requests a minute. Try again in ${seconds} s.`,
    {},
    { "retry-after": seconds, ...rateLimitHeaders(verdict) },
  );
}
