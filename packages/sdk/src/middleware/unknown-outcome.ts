import { isError } from "@codespar/contract";
import type { ApiRequest, Middleware } from "../api/api-request.ts";
import { APIError } from "../errors/api-error.ts";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { isVerdict } from "../errors/is-verdict.ts";

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
