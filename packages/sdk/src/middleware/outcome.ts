import type { ApiRequest, Middleware } from "../api/api-request.ts";
import { APIError } from "../errors/api-error.ts";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { isFromCodeSpar } from "../errors/create-api-error.ts";

/** Turns the failure of a call that must happen once into `OutcomeUnknownError` when it may have happened. */
export function outcome(): Middleware {
  return (next) =>
    async function outcome(request) {
      try {
        return await next(request);
      } catch (error) {
        if (request.once === undefined || !request.inDoubt || isVerdict(error, request)) throw error;
        throw outcomeUnknown(request.once, error);
      }
    };
}

/** Says what is not known, and how to find out. */
export function outcomeUnknown(
  { tool, idempotencyKey }: NonNullable<ApiRequest["once"]>,
  cause: unknown,
  toolCallId?: string,
): OutcomeUnknownError {
  const why = cause instanceof Error ? ` (${cause.message})` : "";
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
 * An abort is the caller's. CodeSpar's own refusal settles the matter too: a key that was seen is answered with
 * the stored result before anything else is looked at. Only a bad API key is looked at earlier still.
 */
function isVerdict(error: unknown, request: ApiRequest): boolean {
  if (request.signal?.aborted) return true;
  if (!(error instanceof APIError) || !isFromCodeSpar(error)) return false;
  if (error.code === "outcome_unknown") return true;
  return !error.retryable && error.status !== 401 && error.code !== "insufficient_scope";
}
