export type { BillingDesk, CheckoutOffer, PortalAction, PortalView } from "./billing/billing-desk.ts";
export type {
  GatewayCharge,
  GatewayPage,
  PayingCustomer,
  PaymentGateway,
} from "./billing/payment-gateway.ts";
export { type Backend, type BackendOptions, createBackend } from "./create-backend.ts";
export { dateOfDay, secondsTimestamp, timestamp } from "./dates.ts";
export { createFetchHandler, type FetchHandler, type FetchHandlerOptions } from "./http/fetch-handler.ts";
export type { BackendAnswer, BackendRequest, BodyFault } from "./http-message.ts";
export type { RandomBytes } from "./keys/generate-key.ts";
export { hashKey } from "./keys/hash-key.ts";
export type {
  CreatedOrganisation,
  CreateOrganisationOptions,
  CreateServiceKeyOptions,
  Organisations,
  ServiceKeys,
} from "./organisations/organisations.ts";
export { secureRandom } from "./platform/secure-random.ts";
export { sleep } from "./platform/sleep.ts";
export { backgroundTimers, systemTimers } from "./platform/system-timers.ts";
export { timeOrderedIds } from "./platform/time-ordered-ids.ts";
export type { Clock, IdSource, Timers } from "./ports/clock.ts";
export {
  type Credentials,
  type FoundOperation,
  type Provider,
  type ProviderAnswer,
  type ProviderCall,
  type ProviderNotice,
  type ProviderTool,
  ProviderUnavailable,
  type ProviderUpdate,
} from "./ports/provider.ts";
export type { RateLimiter, RateLimitVerdict } from "./rate-limit/rate-limiter.ts";
export { tokenBucket } from "./rate-limit/token-bucket.ts";
export { redactError } from "./redact-error.ts";
export { describeEvent } from "./routes/events.ts";
export { memoryStore } from "./store/memory/memory-store.ts";
export type {
  BeginOperation,
  BeginOutcome,
  Dispatch,
  NewOperation,
  Operation,
  OperationState,
  ProviderDocument,
  Reservation,
  Settlement,
  StoredAnswer,
  StoredEvent,
  StoredStream,
} from "./store/operation.ts";
export type {
  ApprovalRecord,
  BillingInvoiceRecord,
  BillingLinkRecord,
  ConnectionRecord,
  DataKeyRecord,
  DeliveryRecord,
  IdempotentRequestRecord,
  NoticeRecord,
  QuotaNoticeRecord,
  RecordBase,
  RecordKind,
  RecordTypes,
  SubscriptionRecord,
  TriggerRecord,
} from "./store/record.ts";
export type {
  ApiKey,
  ApiKeyStore,
  Job,
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
  UsagePeriod,
} from "./store/store.ts";
export type { Deliver, OutgoingDelivery } from "./triggers/deliver.ts";
export { isLoopback, isPrivateAddress } from "./triggers/private-address.ts";
export type { Keyring } from "./vault/keyring.ts";
export { parseKeyring } from "./vault/parse-keyring.ts";
