import type { Currency } from "./money.ts";

/** Every code that an error body can carry, with the HTTP status it comes with. */
export const errorStatuses = {
  invalid_request: 400,
  invalid_arguments: 400,
  unauthorized: 401,
  insufficient_scope: 403,
  server_not_in_session: 403,
  policy_denied: 403,
  plan_limit: 403,
  not_found: 404,
  unknown_tool: 404,
  approval_required: 409,
  idempotency_conflict: 409,
  session_closed: 409,
  session_expired: 410,
  payload_too_large: 413,
  quota_exceeded: 429,
  rate_limited: 429,
  internal_error: 500,
  provider_unavailable: 503,
  service_unavailable: 503,
  outcome_unknown: 504,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

/** Codes after which the same request, with the same idempotency key, may succeed. */
export const retryableErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "rate_limited",
  "internal_error",
  "provider_unavailable",
  "service_unavailable",
  "outcome_unknown",
]);

/** One thing that is wrong with a request; `path` is dotted, as in `arguments.customer.document`. */
export interface Issue {
  path: string;
  message: string;
}

interface ErrorBodyBase<Code extends ErrorCode> {
  error: Code;
  /** What happened and what to do about it. */
  message: string;
  status: (typeof errorStatuses)[Code];
  request_id: string;
  retryable: boolean;
}

export interface InvalidRequestBody extends ErrorBodyBase<"invalid_request" | "invalid_arguments"> {
  issues: Issue[];
  suggestions?: string[] | undefined;
}
export interface UnauthorizedBody extends ErrorBodyBase<"unauthorized"> {}
export interface InsufficientScopeBody extends ErrorBodyBase<"insufficient_scope"> {
  required_scope: string;
}
export interface ServerNotInSessionBody extends ErrorBodyBase<"server_not_in_session"> {
  server: string;
  servers: string[];
}
export interface PolicyDeniedBody extends ErrorBodyBase<"policy_denied"> {
  /** The rule that said no, such as `max_amount_per_call`. */
  rule: string;
  limit?: number | undefined;
  currency?: Currency | undefined;
}
export interface PlanLimitBody extends ErrorBodyBase<"plan_limit"> {
  limit: number;
  plan: string;
  upgrade_url: string;
}
export interface NotFoundBody extends ErrorBodyBase<"not_found" | "unknown_tool"> {
  suggestions: string[];
}
export interface ApprovalRequiredBody extends ErrorBodyBase<"approval_required"> {
  approval_id: string;
  expires_at: string;
}
export interface ConflictBody extends ErrorBodyBase<"idempotency_conflict" | "session_closed"> {}
export interface SessionExpiredBody extends ErrorBodyBase<"session_expired"> {
  expired_at: string;
}
export interface PayloadTooLargeBody extends ErrorBodyBase<"payload_too_large"> {}
export interface QuotaExceededBody extends ErrorBodyBase<"quota_exceeded"> {
  quota: number;
  used: number;
  resets_at: string;
  upgrade_url: string;
}
export interface RateLimitedBody extends ErrorBodyBase<"rate_limited"> {}
export interface ProviderUnavailableBody extends ErrorBodyBase<"provider_unavailable"> {
  /** Providers that were tried or passed over, each with why: `down`, `no_answer`, `circuit_open`, `needs_connection` … */
  providers: { id: string; reason: string }[];
}
export interface OutcomeUnknownBody extends ErrorBodyBase<"outcome_unknown"> {
  tool_call_id?: string | undefined;
  idempotency_key: string;
}
/** CodeSpar itself, or what it stores in, cannot be used at the moment; `Retry-After` says when it may be again. */
export interface ServiceUnavailableBody extends ErrorBodyBase<"service_unavailable"> {}
export interface InternalErrorBody extends ErrorBodyBase<"internal_error"> {}

/** The body that each code comes with. */
export interface ErrorBodies {
  invalid_request: InvalidRequestBody;
  invalid_arguments: InvalidRequestBody;
  unauthorized: UnauthorizedBody;
  insufficient_scope: InsufficientScopeBody;
  server_not_in_session: ServerNotInSessionBody;
  policy_denied: PolicyDeniedBody;
  plan_limit: PlanLimitBody;
  not_found: NotFoundBody;
  unknown_tool: NotFoundBody;
  approval_required: ApprovalRequiredBody;
  idempotency_conflict: ConflictBody;
  session_closed: ConflictBody;
  session_expired: SessionExpiredBody;
  payload_too_large: PayloadTooLargeBody;
  quota_exceeded: QuotaExceededBody;
  rate_limited: RateLimitedBody;
  internal_error: InternalErrorBody;
  provider_unavailable: ProviderUnavailableBody;
  service_unavailable: ServiceUnavailableBody;
  outcome_unknown: OutcomeUnknownBody;
}

/** The body of every response that is not a success: flat, distinguished by `error`. */
export type ErrorBody = ErrorBodies[ErrorCode];

/** The body that carries this code. */
export type ErrorBodyOf<Code extends ErrorCode> = ErrorBodies[Code];
