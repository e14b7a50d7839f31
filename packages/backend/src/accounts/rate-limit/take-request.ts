import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { RateLimitVerdict } from "../../ports/rate-limiter.ts";
import type { Caller } from "../keys/caller.ts";
import { planOf } from "../metering/quota-of.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

/** Requests a minute for service keys, which have a limit of their own. */
const serviceKeyLimit = 10_000;

/** Requests a minute for a session of the dashboard, which takes nothing of the organisation's. */
const sessionLimit = 1_000;

/** Takes one request of the caller's limit; throws 429 when none is left. `peek` only looks. */
export function takeRequest(
  context: BackendContext,
  caller: Caller,
  peek = false,
): RateLimitVerdict | undefined {
  const isService = caller.key.organisation === null;
  const ownBucket = isService ? `service ${caller.key.id}` : caller.key.bucket;
  const ownLimit = isService ? serviceKeyLimit : sessionLimit;
  const limit = ownBucket === undefined ? planOf(caller.organisation).requests_per_minute : ownLimit;
  if (limit === null) return undefined;
  const bucket = ownBucket ?? caller.organisation.id;
  const verdict = context.rateLimiter.take(bucket, limit, context.clock.now(), peek);
  if (verdict === undefined || verdict.allowed || peek) return verdict;
  const seconds = String(verdict.retryAfterSeconds);
  throw apiError(
    "rate_limited",
    `More than ${limit} requests a minute. Try again in ${seconds} s.`,
    {},
    { "retry-after": seconds, ...rateLimitHeaders(verdict) },
  );
}
