export type {
  ApiKey,
  ApiKeyWithSecret,
  Approval,
  ApprovalLink,
  Billing,
  BillingInvoice,
  CheckoutArguments,
  CheckoutList,
  CheckoutOutput,
  Connection,
  CreateFiscalProfileRequest,
  CreateSessionRequest,
  Currency,
  Customer,
  Delivery,
  DiscoverInput,
  DiscoverOutput,
  ErrorBody,
  ErrorCode,
  EventData,
  FiscalProfile,
  InvoiceArguments,
  InvoiceOutput,
  Json,
  JsonObject,
  Metadata,
  MetaToolArguments,
  MetaToolName,
  MetaToolOutputs,
  NotifyArguments,
  NotifyOutput,
  PayArguments,
  PaymentList,
  PayOutput,
  Policy,
  QueuedToolCall,
  Risk,
  Scope,
  Server,
  ServerId,
  ShipArguments,
  ShipOutput,
  StreamEvent,
  Tool,
  ToolCall,
  ToolCallDetail,
  ToolCallStatus,
  ToolError,
  ToolResult,
  Transport,
  TransportRequest,
  TransportResponse,
  Trigger,
  TriggerWithSecret,
  Usage,
  WebhookEvent,
  WebhookEventType,
} from "@codespar/contract";
export type { ApiPromise, WithResponse } from "./api/api.ts";
export type { CursorPage, CursorPages } from "./api/cursor-pages.ts";
export type { ListPage, ListPromise } from "./api/list-page.ts";
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
export type { ClientErrorCode, CodeSparErrorCode, HttpErrorCode } from "./errors/error-codes.ts";
export type { JournalEntry, LoopJournal } from "./loop/loop-journal.ts";
export type { LoopOptions, RunStep } from "./loop/loop-options.ts";
export type { LoopResult, LoopStatus, LoopStepResult, LoopStepStatus } from "./loop/loop-result.ts";
export type { Compensation, LoopStep, RetryPolicy } from "./loop/loop-step.ts";
export { memoryJournal } from "./loop/memory-journal.ts";
export { dataOf, type PreviousResults } from "./loop/previous-results.ts";
export type { EventStreamOptions } from "./resources/events.ts";
export type { EventsOptions } from "./resources/tool-calls.ts";
export type { WaitOptions } from "./resources/wait-for-tool-call.ts";
export { Session } from "./sessions/session.ts";
export type { ToolCallEvent } from "./stream/tool-call-event.ts";
export type { ToolCallStream } from "./stream/tool-call-stream.ts";
export type { ToolArguments, ToolCallInput, ToolData, ToolName, ToolResultOf } from "./tool-types.ts";
export {
  type FetchFunction,
  type FetchTransportOptions,
  fetchTransport,
} from "./transport/fetch-transport.ts";
export type { RawDelivery, WebhookInput } from "./webhooks/read-delivery.ts";
export { type UnwrapOptions, unwrapWebhook } from "./webhooks/unwrap-webhook.ts";
export { WebhookError, type WebhookErrorCode } from "./webhooks/webhook-error.ts";
