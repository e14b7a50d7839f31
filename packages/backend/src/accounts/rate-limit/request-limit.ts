import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import type { RateLimiter, RateLimitVerdict } from "../../ports/rate-limiter.ts";
import type { ApiKey, Organisation } from "../../store/store.ts";
import { getPlan } from "../metering/quota-standing.ts";

/** Requests a minute for service keys, which have a limit of their own. */
const serviceKeyLimit = 10_000;

/** Requests a minute for a session of the dashboard, which takes nothing of the organisation's. */
const sessionLimit = 1_000;

/** What one request takes of its caller's rate limit: one at most, however often it is asked for. */
export class RequestLimit {
  readonly #context: Pick<BackendContext, "clock" | "rateLimiter">;
  readonly #bucket: string;
  readonly #limit: number | null;
  #state: "open" | "taken" | "waived" = "open";
  #verdict: RateLimitVerdict | undefined;

  constructor(
    context: Pick<BackendContext, "clock" | "rateLimiter">,
    { key, organisation }: { key: ApiKey; organisation: Organisation },
  ) {
    const isService = key.organisation === null;
    const ownBucket = isService ? `service ${key.id}` : key.bucket;
    const ownLimit = isService ? serviceKeyLimit : sessionLimit;
    this.#context = context;
    this.#limit = ownBucket === undefined ? getPlan(organisation).requests_per_minute : ownLimit;
    this.#bucket = ownBucket ?? organisation.id;
  }

  /** Takes one request; throws 429 when none is left. */
  async take(): Promise<void> {
    if (this.#state === "waived") return;
    if (this.#state === "open") {
      this.#state = "taken";
      this.#verdict = await this.#ask(false);
    }
    if (this.#verdict === undefined || this.#verdict.allowed) return;
    const seconds = String(this.#verdict.retryAfterSeconds);
    throw apiError(
      "rate_limited",
      `More than ${this.#limit} requests a minute. Try again in ${seconds} s.`,
      {},
      { "retry-after": seconds, ...rateLimitHeaders(this.#verdict) },
    );
  }

  /** This request repeats an earlier one: it takes nothing. */
  waive(): void {
    this.#state = "waived";
  }

  /** How the caller stands, as the response's headers say it. */
  async headers(): Promise<Record<string, string>> {
    this.#verdict ??= await this.#ask(true);
    return rateLimitHeaders(this.#verdict);
  }

  async #ask(peek: boolean): Promise<RateLimitVerdict | undefined> {
    if (this.#limit === null) return undefined;
    return this.#context.rateLimiter.take(this.#bucket, this.#limit, this.#context.clock.now(), peek);
  }
}

/** `RateLimit-*` as draft-ietf-httpapi-ratelimit-headers had them before version 8, which clients know best. */
function rateLimitHeaders(verdict: RateLimitVerdict | undefined): Record<string, string> {
  if (verdict === undefined) return {};
  return {
    "ratelimit-limit": String(verdict.limit),
    "ratelimit-remaining": String(verdict.remaining),
    "ratelimit-reset": String(verdict.resetSeconds),
  };
}

/** Limits nothing. */
export const unlimited: RateLimiter = { take: () => undefined };
