export type { ApiPromise, WithResponse } from "./api/api-promise.ts";
export type { RequestOptions } from "./api/request-options.ts";
export { CodeSpar } from "./client.ts";
export type { ClientOptions } from "./client-options.ts";
export { APIError } from "./errors/api-error.ts";
export {
  ApprovalRequiredError,
  AuthenticationError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  PermissionError,
  ProviderUnavailableError,
  QuotaExceededError,
  RateLimitError,
  SessionExpiredError,
} from "./errors/api-errors.ts";
export { CodeSparError } from "./errors/codespar-error.ts";
export { ConnectionError, TimeoutError } from "./errors/connection-error.ts";
export { Session } from "./sessions/session.ts";
export type { ToolArguments, ToolCallInput, ToolData, ToolName, ToolResultOf } from "./tool-types.ts";
export {
  type FetchFunction,
  type FetchTransportOptions,
  fetchTransport,
} from "./transport/fetch-transport.ts";
