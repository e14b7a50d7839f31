export type {
  BillingService,
  CheckoutOffer,
  PortalAction,
  PortalView,
} from "./accounts/billing/billing-service.ts";
export type {
  ConnectSessions,
  ConnectSessionView,
  PendingConsent,
} from "./accounts/connect-sessions/connect-sessions.ts";
export type { ConnectionHealth } from "./accounts/connections/expire-connection.ts";
export type { ConnectedAccount, WebhookEndpoints } from "./accounts/connections/webhook-endpoints.ts";
export { dashboardKey } from "./accounts/keys/dashboard-key.ts";
export { generateKey, secureRandomBytes } from "./accounts/keys/generate-key.ts";
export type {
  CreatedOrganisation,
  CreateOrganisationOptions,
  CreateServiceKeyOptions,
  Organisations,
  ServiceKeys,
} from "./accounts/organisations/organisations.ts";
export { type CentralBuckets, shareRateLimiter } from "./accounts/rate-limit/share-rate-limiter.ts";
export { tokenBucket } from "./accounts/rate-limit/token-bucket.ts";
export type { Keyring } from "./accounts/vault/keyring.ts";
export { parseKeyring } from "./accounts/vault/parse-keyring.ts";
export type { ApprovalLinks, ApprovalLinkView } from "./calls/policy/approval-links.ts";
export type { ApprovalDecision } from "./calls/policy/decide-approval.ts";
export { findLimitIssue } from "./calls/tools/native-arguments.ts";
export type { ConnectPage } from "./context.ts";
export { type Backend, type BackendOptions, createBackend } from "./create-backend.ts";
export { admittedLookup, type ResolveName } from "./events/admitted-lookup.ts";
export { describeEvent } from "./events/describe-event.ts";
export { isPrivateAddress, isThisMachine } from "./events/private-address.ts";
export { createFetchHandler, type FetchHandler, type FetchHandlerOptions } from "./http/fetch-handler.ts";
export { matchRoute, type RouteMatch } from "./http/match-route.ts";
export { hashKey, sha256Hex } from "./platform/digests.ts";
export { redactError } from "./platform/redact-error.ts";
export { secureRandom } from "./platform/secure-random.ts";
export {
  backgroundTimers,
  dateOfDay,
  secondsTimestamp,
  systemTimers,
  timeOrderedIds,
  timestamp,
} from "./platform/time.ts";
export type { Clock, IdSource, Timers } from "./ports/clock.ts";
export type { Deliver, OutgoingDelivery } from "./ports/deliver.ts";
export type { BackendRequest, BackendResponse, BodyFault } from "./ports/http-message.ts";
export type {
  GatewayCharge,
  GatewayPage,
  PayingCustomer,
  PaymentGateway,
} from "./ports/payment-gateway.ts";
export {
  type Credentials,
  type FoundOperation,
  type Provider,
  type ProviderCall,
  type ProviderResponse,
  type ProviderTool,
  ProviderUnavailable,
  type ProviderUpdate,
  type ProviderWebhook,
} from "./ports/provider.ts";
export type { RandomBytes } from "./ports/random-bytes.ts";
export type { RateLimiter, RateLimitVerdict } from "./ports/rate-limiter.ts";
export type { DefaultIssuers } from "./ports/translator.ts";
export type { Job } from "./store/job.ts";
export { memoryStore } from "./store/memory/memory-store.ts";
export type {
  BeginOperation,
  BeginOutcome,
  Dispatch,
  DispatchNote,
  NewOperation,
  Operation,
  OperationState,
  ProviderDocument,
  Reservation,
  Settlement,
  StoredEvent,
  StoredResponse,
  StoredStream,
} from "./store/operation.ts";
export type {
  ApprovalRecord,
  BillingInvoiceRecord,
  BillingLinkRecord,
  ConnectionRecord,
  ConnectSessionRecord,
  DataKeyRecord,
  DeliveryRecord,
  IdempotentRequestRecord,
  ProviderWebhookRecord,
  QuotaWarningRecord,
  RecordBase,
  RecordKind,
  RecordTypes,
  ResolutionRecord,
  SetupRecord,
  SubscriptionRecord,
  TriggerRecord,
  WebhookEndpointRecord,
} from "./store/record.ts";
export type {
  ApiKey,
  ApiKeyStore,
  OpenCall,
  OpenedCall,
  OperationFilter,
  OperationStore,
  Organisation,
  ProviderHealth,
  RecordStore,
  SessionRecord,
  Slice,
  SliceOptions,
  SmallRecordStore,
  Store,
  StoreWrite,
  UsagePeriod,
} from "./store/store.ts";
