import type {
  ApprovalStatus,
  BrazilIssuer,
  Currency,
  DeliveryAttempt,
  Metadata,
  MexicoIssuer,
  PlanId,
  Risk,
  TriggerEvent,
} from "@codespar/contract";

/** What every small record has beside its own fields. */
export interface RecordBase {
  id: string;
  organisation: string;
  /** Unique among the kind's records of the organisation; null for those that need no name. */
  name: string | null;
  /** What the record belongs to, for listing: a delivery's trigger, say. */
  group: string | null;
  /** Counts the writes, from 1; a write names the version that it has read. */
  version: number;
}

/** A call that waits for a human, bound to its fingerprint. `name` is the idempotency key with the fingerprint. */
export interface ApprovalRecord extends RecordBase {
  status: Exclude<ApprovalStatus, "expired">;
  fingerprint: string;
  key: string;
  tool: string;
  risk: Risk;
  /** JSON text, erased with the payloads. */
  arguments: string | null;
  amount: number | null;
  currency: Currency | null;
  sessionId: string;
  metadata: Metadata;
  userId: string | null;
  createdAt: number;
  expiresAt: number;
  decidedAt: number | null;
  decidedBy: string | null;
  reason: string | null;
  /** The call that used it. */
  operationId: string | null;
  /** The hash of the link with which it can be decided. @default null */
  linkHash?: string | null | undefined;
}

/** Credentials of one server. `name` is the tenant and the server. */
export interface ConnectionRecord extends RecordBase {
  server: string;
  tenant: string | null;
  displayName: string | null;
  /** Encrypted JSON text with its nonce and key id, as the vault writes it. */
  encrypted: string;
  /** By field: last four characters. */
  last4: Readonly<Record<string, string>>;
  /** Counts from 1 how often other credentials were given. A token that is refreshed stays the same account's. */
  credentialsVersion: number;
  /** @default "connected" */
  status?: "connected" | "expired" | undefined;
  /** When the credentials expire; null: nobody knows. @default null */
  expiresAt?: number | null | undefined;
  /** When somebody began to renew them and has not ended; null: nobody. @default null */
  refreshStartedAt?: number | null | undefined;
  createdAt: number;
  updatedAt: number;
}

/** Who issues an organisation's documents, or one tenant's. `name` is the tenant. */
export interface FiscalProfileRecord extends RecordBase {
  tenant: string | null;
  displayName: string | null;
  brazil: IssuerRecord<BrazilIssuer> | null;
  mexico: IssuerRecord<MexicoIssuer> | null;
  createdAt: number;
  updatedAt: number;
}

export interface IssuerRecord<Issuer> {
  issuer: Issuer;
  /** Encrypted JSON text, as the vault writes it; null: none was given. */
  certificate: { encrypted: string; storedAt: number } | null;
}

/** The count of an issuer's documents in one series. `name` is issuer, type, series and environment. */
export interface FiscalSeriesRecord extends RecordBase {
  /** The number that was given last. */
  last: number;
  /** Who got the latest numbers, so that an operation that is carried out again has the one that it had. */
  given: readonly { operationId: string; number: number }[];
}

/**
 * A link to the connect page, and what becomes of it. `name` is the hash of the link's token, and once it was opened of the
 * secret that the browser has instead.
 */
export interface ConnectSessionRecord extends RecordBase {
  server: string;
  tenant: string | null;
  displayName: string | null;
  returnUrl: string | null;
  status: "done" | "link" | "open";
  /** Of a consent that was begun at the provider. */
  stateHash: string | null;
  encryptedVerifier: string | null;
  expiresAt: number;
}

/** Where a provider sends its webhooks for a connection, which is `group`; `name` is the hash of the address's secret part. */
export interface WebhookEndpointRecord extends RecordBase {
  connectionId: string;
  server: string;
  createdAt: number;
  /** Null: until another one is made. */
  expiresAt: number | null;
}

/**
 * The account of a connection, as its provider's webhooks name it in `group`; `name` is the connection. Of the whole installation: an
 * app's webhook says which account it is about, and not whose that is here.
 */
export interface WebhookAccountRecord extends RecordBase {
  connectionId: string;
  connectionOrganisation: string;
}

/** The key that an organisation's credentials are encrypted with, itself wrapped by a master key. */
export interface DataKeyRecord extends RecordBase {
  wrapped: string;
  masterKeyId: string;
  createdAt: number;
}

export interface TriggerRecord extends RecordBase {
  title: string;
  event: TriggerEvent;
  url: string;
  server: string | null;
  status: "active" | "paused";
  /** Sealed like credentials. */
  secret: string;
  previousSecret: string | null;
  previousSecretExpiresAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** The delivery of one event to one trigger; `group` is the trigger. */
export interface DeliveryRecord extends RecordBase {
  triggerId: string;
  eventId: string;
  eventType: string;
  status: "pending" | "succeeded" | "dead";
  attempts: readonly DeliveryAttempt[];
  nextAttemptAt: number | null;
  /** The body that is sent, the same each time; erased once the delivery has settled. */
  body: string | null;
  createdAt: number;
  deliveredAt: number | null;
}

/** An organisation's subscription; one record, its `name` is `subscription`. */
export interface SubscriptionRecord extends RecordBase {
  /** What is paid for; the organisation's plan follows it. */
  plan: PlanId;
  /** The month that runs for it, `YYYY-MM`: those before are closed, and invoiced for. */
  period: string;
  /** The checkout link that brought the plan; null: it came otherwise. */
  upgradedBy: string | null;
  customerId: string | null;
  paymentMethod: { last4: string; brand: string; expMonth: number; expYear: number } | null;
  status: "active" | "past_due" | "cancelled";
  pendingPlan: PlanId | null;
  pendingPlanAt: number | null;
}

/** One of CodeSpar's own invoices. `name` says what it is for, so that nothing is invoiced twice. */
export interface BillingInvoiceRecord extends RecordBase {
  number: string;
  status: "draft" | "open" | "paid" | "void";
  period: string;
  /** The plan whose overage of the month before is added when the draft ends; null: none. */
  overagePlan: PlanId | null;
  customerId: string | null;
  lines: readonly {
    type: "subscription" | "proration" | "overage";
    description: string;
    quantity: number;
    amountCents: number;
  }[];
  createdAt: number;
}

/** A link that works once, to a checkout or the portal; its secret part is kept as a hash in `name`. */
export interface BillingLinkRecord extends RecordBase {
  purpose: "checkout" | "portal";
  plan: PlanId | null;
  expiresAt: number;
  usedAt: number | null;
}

/** A request that was made under an idempotency key, which is `name`; `group` is the hour in which its time is up. */
export interface IdempotentRequestRecord extends RecordBase {
  fingerprint: string;
  createdAt: number;
  /** Until when the holder of the key has to respond; afterwards the next may take it. */
  leaseUntil: number;
  /** Null while the request runs. */
  response: {
    status: number;
    /** JSON text; encrypted with the caller's API key when `encrypted`. */
    body: string;
    encrypted: boolean;
  } | null;
}

/** That an organisation was warned about its quota in a period, which is `name`. */
export interface QuotaWarningRecord extends RecordBase {
  eventId: string;
}

/** A provider's webhook that was taken in: `name` is the provider and the webhook's id, `id` the event that came of it. */
export interface ProviderWebhookRecord extends RecordBase {}

/** How a person ended the doubt about a call; `name` is the operation. */
export interface ResolutionRecord extends RecordBase {
  outcome: "succeeded" | "failed";
  by: string;
  evidence: string;
  /** The key that was used. */
  keyId: string;
  createdAt: number;
}

/** A value of the whole installation, such as its first organisation; `name` says which. Belongs to no organisation. */
export interface SetupRecord extends RecordBase {
  value: string;
  /** Until when the maker of the value has to finish; null once it is made. */
  leaseUntil: number | null;
}

/** The kinds of small records. A new kind is a line here; stores need no change. */
export interface RecordTypes {
  approval: ApprovalRecord;
  connect_session: ConnectSessionRecord;
  webhook_endpoint: WebhookEndpointRecord;
  webhook_account: WebhookAccountRecord;
  connection: ConnectionRecord;
  data_key: DataKeyRecord;
  fiscal_profile: FiscalProfileRecord;
  fiscal_series: FiscalSeriesRecord;
  trigger: TriggerRecord;
  delivery: DeliveryRecord;
  subscription: SubscriptionRecord;
  billing_invoice: BillingInvoiceRecord;
  billing_link: BillingLinkRecord;
  idempotent_request: IdempotentRequestRecord;
  quota_warning: QuotaWarningRecord;
  provider_webhook: ProviderWebhookRecord;
  resolution: ResolutionRecord;
  setup: SetupRecord;
}

export type RecordKind = keyof RecordTypes;
