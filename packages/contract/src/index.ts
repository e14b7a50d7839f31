export type { Id, IdPrefix } from "./ids.ts";
export type { Json, JsonObject, JsonObjectSchema, JsonSchema } from "./json.ts";
export { type Currency, currencies, currencyExponents, maxAmount } from "./money.ts";
export { isRepeatable, type Risk } from "./risk.ts";
export {
  type CreateSessionRequest,
  type Metadata,
  type Session,
  type SessionServer,
  type SessionStatus,
  sessionIdleMinutes,
} from "./session.ts";
export type { SessionConnection, SessionConnectionList, Tool } from "./tool.ts";
export type { ToolError, ToolFailure, ToolResult, ToolSuccess } from "./tool-result.ts";
export type {
  QueuedToolCall,
  ReconcileRequest,
  ToolCall,
  ToolCallAttempt,
  ToolCallDetail,
  ToolCallRequest,
  ToolCallStatus,
} from "./tool-call.ts";
export type {
  StreamEvent,
  StreamEventBody,
  ToolCallCompleted,
  ToolCallFailed,
  ToolCallPartial,
  ToolCallProgress,
  ToolCallRouted,
  ToolCallStarted,
} from "./stream-event.ts";
export {
  type ApprovalRequiredBody,
  type ConflictBody,
  type ErrorBody,
  type ErrorBodyOf,
  type ErrorCode,
  errorStatuses,
  type InsufficientScopeBody,
  type InternalErrorBody,
  type InvalidRequestBody,
  type Issue,
  type NotFoundBody,
  type OutcomeUnknownBody,
  type PayloadTooLargeBody,
  type PlanLimitBody,
  type PolicyDeniedBody,
  type ProviderUnavailableBody,
  type QuotaExceededBody,
  type RateLimitedBody,
  retryableErrors,
  type ServerNotInSessionBody,
  type SessionExpiredBody,
  type UnauthorizedBody,
} from "./error.ts";
export type { Page } from "./page.ts";
export type { Transport, TransportRequest, TransportResponse } from "./transport.ts";
export type { AmountByCurrency, Policy } from "./policy.ts";
