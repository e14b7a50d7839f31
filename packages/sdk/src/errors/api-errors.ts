import type { Currency, Issue } from "@codespar/contract";
import { APIError } from "./api-error.ts";
import { nameErrors } from "./name-errors.ts";

/** The request or a tool's arguments are wrong; `issues` says where. Nothing was executed or billed. */
export class InvalidRequestError extends APIError {
  declare readonly issues: Issue[];
  /** Nearest valid names, when one was misspelled. */
  declare readonly suggestions?: string[] | undefined;
}

/** The key is missing, malformed, wrong or revoked. */
export class AuthenticationError extends APIError {}

/** The key, the session, its policy or the plan does not allow the call; `code` says which. */
export class PermissionError extends APIError {
  /** With `insufficient_scope`. */
  declare readonly required_scope?: string | undefined;
  /** With `server_not_in_session`. */
  declare readonly server?: string | undefined;
  declare readonly servers?: string[] | undefined;
  /** With `policy_denied`: the rule that said no. */
  declare readonly rule?: string | undefined;
  declare readonly currency?: Currency | undefined;
  /** With `policy_denied` and `plan_limit`. */
  declare readonly limit?: number | undefined;
  declare readonly plan?: string | undefined;
  declare readonly upgrade_url?: string | undefined;
}

/** There is no such thing, or no such tool. */
export class NotFoundError extends APIError {
  declare readonly suggestions: string[];
}

/** The idempotency key belongs to another call, or the session is closed. */
export class ConflictError extends APIError {}

/** A person has to approve the call first; then repeat it with the same idempotency key. */
export class ApprovalRequiredError extends APIError {
  declare readonly approval_id: string;
  declare readonly expires_at: string;
}

/** The session was idle for 30 minutes. Create a new one. */
export class SessionExpiredError extends APIError {
  declare readonly expired_at: string;
}

/** Too many requests a minute; the client has already waited and tried again. */
export class RateLimitError extends APIError {}

/** The month's tool calls are used up. Only executions are refused. */
export class QuotaExceededError extends APIError {
  declare readonly quota: number;
  declare readonly used: number;
  declare readonly resets_at: string;
  declare readonly upgrade_url: string;
}

/** Every provider that could do it is down. Nothing was executed. */
export class ProviderUnavailableError extends APIError {
  declare readonly providers: { id: string; reason: string }[];
}

/**
 * Nobody can say yet whether the call happened. Do not repeat it with a new key:
 * repeat it with `idempotency_key`, or ask `codespar.toolCalls.reconcile(idempotency_key)`.
 */
export class OutcomeUnknownError extends APIError {
  declare readonly idempotency_key: string;
  declare readonly tool_call_id?: string | undefined;
}

nameErrors({
  InvalidRequestError,
  AuthenticationError,
  PermissionError,
  NotFoundError,
  ConflictError,
  ApprovalRequiredError,
  SessionExpiredError,
  RateLimitError,
  QuotaExceededError,
  ProviderUnavailableError,
  OutcomeUnknownError,
});
