export {
  type CatalogueServer,
  findServer,
  type Preset,
  resolvePreset,
  suggestPresets,
  suggestServers,
} from "./catalogue/catalogue.ts";
export {
  findNativeTool,
  type NativeTool,
  nativeToolNames,
  nativeToolPrefix,
} from "./catalogue/native-tool.ts";
export { suggest } from "./catalogue/suggest.ts";
export { findUnknownOption, type OptionNames } from "./catalogue/unknown-option.ts";
export { type DocumentType, documentNames, documentType } from "./documents/document-type.ts";
export { type Endpoint, type EndpointId, endpoints, type HttpMethod } from "./endpoints.ts";
export type { EventData } from "./events/event-data.ts";
export type { WebhookEvent } from "./events/webhook-event.ts";
export {
  type PresetName,
  presetAliases,
  presets,
  routing,
  type ServerId,
  servers,
} from "./generated/catalogue.ts";
export { toolDefinitions } from "./generated/tool-definitions.ts";
export { isIdempotencyKey } from "./idempotency-key.ts";
export { isLoopbackHostname } from "./loopback.ts";
export type {
  ArgumentLiterals,
  CheckoutArguments,
  InvoiceArguments,
  MetaToolArguments,
  NotifyArguments,
  PayArguments,
  ShipArguments,
} from "./meta-tools/arguments.ts";
export {
  type CheckoutInput,
  type CheckoutList,
  type CheckoutOutput,
  type CheckoutStatus,
  checkoutStatuses,
  type LineItem,
} from "./meta-tools/checkout.ts";
export type { Address, Customer } from "./meta-tools/customer.ts";
export type { DiscoverInput, DiscoverMatch, DiscoverOutput } from "./meta-tools/discover.ts";
export {
  type CfdiType,
  cfdiTypes,
  type GlobalInformation,
  type InvoiceAction,
  type InvoiceInput,
  type InvoiceItem,
  type InvoiceOutput,
  type InvoiceRejection,
  type InvoiceStatus,
  type InvoiceType,
  invoiceActions,
  invoiceTypes,
} from "./meta-tools/invoice.ts";
export type { ListInput } from "./meta-tools/list-input.ts";
export {
  isMetaToolName,
  isRepeatable,
  type MetaToolInputs,
  type MetaToolName,
  type MetaToolOutputs,
  metaToolNames,
  metaToolRisks,
  riskOf,
} from "./meta-tools/meta-tools.ts";
export {
  type MessageStatus,
  type NotifyChannel,
  type NotifyInput,
  type NotifyOutput,
  notifyChannels,
} from "./meta-tools/notify.ts";
export type { CreatedPayment, MetaToolData } from "./meta-tools/outputs.ts";
export {
  type BoletoDetails,
  type CaptureMode,
  type CardDetails,
  captureModes,
  type Installment,
  methodCurrencies,
  type OxxoDetails,
  type PayAction,
  type PayInput,
  type PaymentList,
  type PaymentMethod,
  type PaymentStatus,
  type PayOutput,
  type PixDetails,
  type PseDetails,
  payActions,
  paymentMethods,
  paymentStatuses,
  type Refund,
  type SpeiDetails,
  type WebpayDetails,
} from "./meta-tools/pay.ts";
export type { Routing } from "./meta-tools/routing.ts";
export {
  type ShipAction,
  type ShipAddress,
  type ShipCancelOutput,
  type ShipEvent,
  type ShipInput,
  type ShipLabelOutput,
  type ShipmentStatus,
  type ShipOutput,
  type ShipPackage,
  type ShipQuote,
  type ShipQuoteOutput,
  type ShipRecipient,
  type ShipTrackOutput,
  shipActions,
} from "./meta-tools/ship.ts";
export type { ToolDefinition } from "./meta-tools/tool-definition.ts";
export { isError } from "./platform/is-error.ts";
export { readableJson } from "./readable-json.ts";
export { redact } from "./redact/redact.ts";
export { type SleepTimers, sleep } from "./sleep.ts";
export {
  type ApiKey,
  type ApiKeyPrefix,
  type ApiKeyWithSecret,
  apiKeyPrefixes,
  type CreateApiKeyRequest,
  type RotateApiKeyRequest,
  type Scope,
  scopes,
} from "./wire/api-key.ts";
export type {
  Approval,
  ApprovalDecisionRequest,
  ApprovalLink,
  ApprovalStatus,
  ListApprovalsQuery,
} from "./wire/approval.ts";
export type {
  Billing,
  BillingCheckout,
  BillingCheckoutRequest,
  BillingInvoice,
  BillingInvoiceLine,
  BillingPaymentMethod,
  BillingPortal,
  BillingPreview,
  BillingPreviewQuery,
  UpdateBillingRequest,
} from "./wire/billing.ts";
export type { ConnectSession, CreateConnectSessionRequest } from "./wire/connect-session.ts";
export type {
  Connection,
  ConnectionWebhookUrl,
  CreateConnectionRequest,
  ListConnectionsQuery,
} from "./wire/connection.ts";
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
} from "./wire/errors.ts";
export {
  type BrazilCertificate,
  type BrazilIssuer,
  type BrazilTaxRegime,
  brazilTaxRegimes,
  type CertificateInfo,
  type CfdiProductRule,
  type ConsumptionTax,
  type CreateFiscalProfileRequest,
  type FiscalProfile,
  type GoodsRule,
  type IssuerAddress,
  type ListFiscalProfilesQuery,
  type MexicoCertificate,
  type MexicoIssuer,
  type RevenueTax,
  type ServiceRule,
  type UpdateFiscalProfileRequest,
} from "./wire/fiscal-profile.ts";
export type { Health } from "./wire/health.ts";
export type { Id, IdPrefix } from "./wire/ids.ts";
export type { Json, JsonObject, JsonObjectSchema, JsonSchema } from "./wire/json.ts";
export type { ListSessionsQuery, ListToolCallsQuery, ListToolsQuery, PageQuery } from "./wire/list-query.ts";
export { type Currency, currencies, maxAmount } from "./wire/money.ts";
export type { Page } from "./wire/page.ts";
export {
  isUpgrade,
  type Plan,
  type PlanId,
  planIds,
  plans,
  quotaWarningShare,
  upgradeUrl,
} from "./wire/plans.ts";
export type { AmountByCurrency, ApprovalRule, Policy } from "./wire/policy.ts";
export type { Risk } from "./wire/risk.ts";
export type { SearchQuery, SearchResult, SearchResults } from "./wire/search.ts";
export {
  type AuthType,
  authTypes,
  type Country,
  countries,
  type ListServersQuery,
  type Server,
  type ServerCategory,
  type ServerList,
  serverCategories,
} from "./wire/server.ts";
export {
  type CreateSessionRequest,
  type Metadata,
  type Session,
  type SessionServer,
  type SessionStatus,
  sessionIdleMinutes,
} from "./wire/session.ts";
export type {
  StreamEvent,
  StreamEventBody,
  ToolCallCompleted,
  ToolCallFailed,
  ToolCallPartial,
  ToolCallProgress,
  ToolCallRouted,
  ToolCallStarted,
} from "./wire/stream-event.ts";
export type { SessionConnection, SessionConnectionList, Tool } from "./wire/tool.ts";
export type {
  QueuedToolCall,
  ReconcileRequest,
  ResolveToolCallRequest,
  ToolCall,
  ToolCallAttempt,
  ToolCallDetail,
  ToolCallRequest,
  ToolCallResolution,
  ToolCallStatus,
} from "./wire/tool-call.ts";
export type { ToolError, ToolFailure, ToolResult, ToolSuccess } from "./wire/tool-result.ts";
export { lineAmount, totalAmount } from "./wire/total-amount.ts";
export type { Transport, TransportRequest, TransportResponse } from "./wire/transport.ts";
export {
  type CreateTriggerRequest,
  type Delivery,
  type DeliveryAttempt,
  deliveryTimeoutSeconds,
  maxDeliveryAttempts,
  type RotateSecretRequest,
  type Trigger,
  type TriggerEvent,
  type TriggerWithSecret,
  type UpdateTriggerRequest,
} from "./wire/trigger.ts";
export type { DailyUsage, Period, Usage, UsageGroup, UsageQuery, UsageToolCall } from "./wire/usage.ts";
export {
  type AnyWebhookEvent,
  type ListEventsQuery,
  type WebhookEventType,
  webhookEventTypes,
} from "./wire/webhook-event.ts";
