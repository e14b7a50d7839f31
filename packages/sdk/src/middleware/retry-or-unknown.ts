import { isError, sleep } from "@codespar/contract";
import type { ApiRequest, Middleware } from "../api/api-request.ts";
import { APIError } from "../errors/api-error.ts";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { isVerdict } from "../errors/is-verdict.ts";
import type { Runtime } from "../runtime.ts";
import { backoffMs } from "./backoff.ts";
import { isTransient, leavesDoubt } from "./is-transient.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Longest wait that a response can impose; one that asks for more is handed to the caller instead. */
const longestWaitMs = 60_000;

/** Repeats requests that failed for a passing reason. The server's Retry-After wins over backoff. */
export function retry(runtime: Runtime): Middleware {
  return (next) =>
    async function retry(request) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await next(request);
        } catch (error) {
          if (request.signal?.aborted) throw error;
          if (leavesDoubt(error)) request.inDoubt = true;
          if (attempt >= request.maxRetries || !isTransient(error)) throw error;
          const wait = retryAfterMs(error, runtime.now()) ?? backoffMs(2 ** attempt, runtime.random());
          if (wait > longestWaitMs) throw error;
          await sleep(runtime, wait, request.signal);
        }
      }
    };
}

/** Turns the failure of a call that must happen once into `OutcomeUnknownError` when it may have happened. */
export function unknownOutcome(): Middleware {
  return (next) =>
    async function unknownOutcome(request) {
      try {
        return await next(request);
      } catch (error) {
        if (request.nonRepeatable === undefined || !request.inDoubt || isSettled(error, request)) throw error;
        throw outcomeUnknown(request.nonRepeatable, error);
      }
    };
}

/** Says what is not known, and how to find out. */
export function outcomeUnknown(
  { tool, idempotencyKey }: NonNullable<ApiRequest["nonRepeatable"]>,
  cause: unknown,
  toolCallId?: string,
): OutcomeUnknownError {
  const why = isError(cause) ? ` (${cause.message})` : "";
  return new OutcomeUnknownError({
    code: "outcome_unknown",
    message: `It is not known whether ${tool} happened${why}. Repeat the call with idempotencyKey "${idempotencyKey}" or ask codespar.toolCalls.reconcile("${idempotencyKey}").`,
    status: 504,
    request_id: cause instanceof APIError ? cause.request_id : undefined,
    retryable: true,
    cause,
    fields: {
      idempotency_key: idempotencyKey,
      ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
    },
  });
}

/**
 * An abort is the caller's. CodeSpar's own refusal settles the earlier attempts too: a key that was seen gets the stored
 * result before anything else is looked at. Only a bad API key is looked at earlier still.
 */
function isSettled(error: unknown, request: ApiRequest): boolean {
  if (request.signal?.aborted) return true;
  if (!(error instanceof APIError)) return false;
  if (error instanceof OutcomeUnknownError) return typeof error.idempotency_key === "string";
  if (!isVerdict(error)) return false;
  return !error.retryable && error.status !== 401 && error.code !== "insufficient_scope";
}
