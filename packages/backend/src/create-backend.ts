import { type BillingService, billingService } from "./accounts/billing/billing-service.ts";
import { noPaymentGateway } from "./accounts/billing/no-payment-gateway.ts";
import { type ConnectSessions, connectSessions } from "./accounts/connect-sessions/connect-sessions.ts";
import { type ConnectionHealth, connectionHealth } from "./accounts/connections/expire-connection.ts";
import { type WebhookEndpoints, webhookEndpoints } from "./accounts/connections/webhook-endpoints.ts";
import type { AdmitUnknownKey } from "./accounts/keys/authenticate.ts";
import { secureRandomBytes } from "./accounts/keys/generate-key.ts";
import {
  type Organisations,
  organisations,
  type ServiceKeys,
  serviceKeys,
} from "./accounts/organisations/organisations.ts";
import { unlimited } from "./accounts/rate-limit/request-limit.ts";
import type { Keyring } from "./accounts/vault/keyring.ts";
import { createVault } from "./accounts/vault/vault.ts";
import { type ApprovalLinks, approvalLinks } from "./calls/policy/approval-links.ts";
import { receiveProviderWebhook } from "./calls/provider-webhooks/provider-webhook.ts";
import type { BackendContext, ConnectPage } from "./context.ts";
import { deliverySender } from "./events/delivery-sender.ts";
import { createApp } from "./http/app.ts";
import { routes } from "./http/routes/routes.ts";
import { createTick } from "./jobs/tick.ts";
import { ProviderSlots } from "./platform/provider-slots.ts";
import { redactError } from "./platform/redact-error.ts";
import type { Clock, IdSource, Timers } from "./ports/clock.ts";
import type { Deliver } from "./ports/deliver.ts";
import type { DiscoveryWords } from "./ports/discovery.ts";
import type { BackendRequest, BackendResponse } from "./ports/http-message.ts";
import type { PaymentGateway } from "./ports/payment-gateway.ts";
import type { Provider, ProviderWebhook } from "./ports/provider.ts";
import type { RandomBytes } from "./ports/random-bytes.ts";
import type { RateLimiter } from "./ports/rate-limiter.ts";
import type { DefaultIssuers, Translator } from "./ports/translator.ts";
import type { Store } from "./store/store.ts";

export interface BackendOptions {
  store: Store;
  providers: Iterable<Provider>;
  /** How each provider does the meta-tools. */
  translators: Iterable<Translator>;
  /** What people call servers and tools besides their names. @default their names alone */
  discovery?: DiscoveryWords | undefined;
  clock: Clock;
  /**
   * When deliveries are signed: a receiver compares it with its own clock, and refuses what is more than five minutes off
   * (Standard Webhooks). @default clock
   */
  sendingClock?: Clock | undefined;
  timers: Timers;
  ids: IdSource;
  /** The source of randomness for API keys and links; must be unpredictable. @default the platform's cryptographic source */
  randomBytes?: RandomBytes | undefined;
  /** The payment gateway for plans. @default nobody: links go to the dashboard, and invoices stay open */
  paymentGateway?: PaymentGateway | undefined;
  /** @default no limit */
  rateLimiter?: RateLimiter | undefined;
  /** A provider call that takes longer counts as lost. @default 30_000 */
  providerTimeoutMs?: number | undefined;
  /**
   * Attempts under way at one connection of a provider at a time, in this process. Further ones wait a second for a place; then
   * the next provider is asked, and where there is none the call fails as `provider_unavailable` with the reason `busy`.
   * @default no limit
   */
  providerConcurrency?: number | undefined;
  /** Days for which a row of the tool-call log is kept; never fewer than the 24 hours of its key. @default 400 */
  logRetentionDays?: number | undefined;
  /** Master keys of the vault. @default none: connections and triggers cannot be stored */
  keyring?: Keyring | undefined;
  /** Posts to webhook receivers. @default none: every attempt fails */
  deliver?: Deliver | undefined;
  /** Whether live keys work here and what is made is real. @default true */
  livemode?: boolean | undefined;
  /** Whether a server without stored credentials is refused as `needs_connection`. @default livemode */
  requireConnections?: boolean | undefined;
  /** Where people connect providers themselves, by links of `POST /v1/connect-sessions`. @default nowhere */
  connectPage?: ConnectPage | undefined;
  /** Where people decide on approvals by links of `POST /v1/approvals/:id/link`. @default nowhere */
  approvalPageUrl?: (() => string) | undefined;
  /**
   * Where providers send webhooks, without a slash at the end, such as `https://pay.example.com/v1/webhooks`. The process that serves it
   * asks `webhookEndpoints` whose they are. @default nowhere
   */
  webhookBaseUrl?: (() => string) | undefined;
  /** Who issues fiscal documents where no profile is stored, such as a sandbox's test issuers. @default nobody */
  defaultIssuers?: DefaultIssuers | undefined;
  /** Called with a well-formed key that is not in the store. @default refused */
  admitUnknownKey?: AdmitUnknownKey | undefined;
  /** Called when jobs were added: call `tick` soon. */
  wake?: (() => void) | undefined;
  /**
   * Called with what went wrong inside, redacted for a log: callers see `internal_error`, in the error or as the reason
   * of a provider that could not be used. What a provider itself throws is not reported here. @default nobody
   */
  onError?: ((error: Error) => void) | undefined;
}

/** The CodeSpar API over a store and providers. */
export interface Backend {
  /** Handles one request. Never rejects. */
  handle(request: BackendRequest): Promise<BackendResponse>;
  /** Processes everything that is due, but for deliveries. */
  tick(): Promise<void>;
  /** The part of `tick` that makes events of what providers reported: it calls no provider, and is quick. */
  processProviderWebhooks(): Promise<void>;
  /**
   * Sends the webhook deliveries that are due. Apart from `tick`, since a receiver may take its time: call it again while
   * it runs whenever there is work, and a slow endpoint delays no other. At most 8 are on their way to one endpoint, and
   * 256 from one process.
   */
  sendDeliveries(): Promise<void>;
  /**
   * When something falls due next, in milliseconds since the epoch. With `after`, the moment before a tick and
   * `sendDeliveries`, what was due by then is left out: it is done, under way, or waits for its endpoint.
   */
  nextDueAt(after?: number): Promise<number | undefined>;
  /** Organisations are made here, where the service runs, and not over its API. */
  organisations: Organisations;
  serviceKeys: ServiceKeys;
  /** The operations of the connect page. */
  connectSessions: ConnectSessions;
  /** Hears what providers say about connections. */
  connectionHealth: ConnectionHealth;
  /** What the approval page works with. */
  approvalLinks: ApprovalLinks;
  /** The connection to which a provider's webhook belongs. */
  webhookEndpoints: WebhookEndpoints;
  /** The operations of the payment gateway's pages. */
  billing: BillingService;
  /** Accepts a provider's webhook. */
  receive(webhook: ProviderWebhook): Promise<void>;
}

/** Puts the API together. Holds no state of its own: two backends on one store are one API. */
export function createBackend(options: BackendOptions): Backend {
  const { store, clock, timers, ids, wake = () => {} } = options;
  function reportError(error: unknown): void {
    try {
      options.onError?.(redactError(error));
    } catch {
      // a logger that is down must not take a payment's response with it
    }
  }
  const context: BackendContext = {
    store,
    clock,
    sendingClock: options.sendingClock ?? clock,
    timers,
    ids,
    randomBytes: options.randomBytes ?? secureRandomBytes,
    paymentGateway: options.paymentGateway ?? noPaymentGateway,
    providers: new Map([...options.providers].map((provider) => [provider.id, provider])),
    translators: new Map(Array.from(options.translators, (translator) => [translator.server, translator])),
    discovery: options.discovery ?? {},
    rateLimiter: options.rateLimiter ?? unlimited,
    vault: createVault({ store, clock, ids, keyring: options.keyring ?? { current: "none", keys: {} } }),
    deliver: options.deliver ?? (() => Promise.reject(new Error("This backend delivers no webhooks."))),
    providerTimeoutMs: options.providerTimeoutMs ?? 30_000,
    providerSlots:
      options.providerConcurrency === undefined
        ? undefined
        : new ProviderSlots(options.providerConcurrency, timers),
    livemode: options.livemode ?? true,
    requiresConnections: options.requireConnections ?? options.livemode ?? true,
    connectPage: options.connectPage,
    approvalPageUrl: options.approvalPageUrl,
    webhookBaseUrl: options.webhookBaseUrl,
    defaultIssuers: options.defaultIssuers,
    wake,
    reportError,
  };
  const logRetentionMs = Math.max(1, options.logRetentionDays ?? 400) * 86_400_000;
  return {
    handle: createApp({ context, routes, admitUnknownKey: options.admitUnknownKey }),
    ...createTick(context, { logRetentionMs }),
    sendDeliveries: deliverySender(context),
    organisations: organisations(context),
    serviceKeys: serviceKeys(context),
    connectSessions: connectSessions(context),
    connectionHealth: connectionHealth(context),
    approvalLinks: approvalLinks(context),
    webhookEndpoints: webhookEndpoints(context),
    billing: billingService(context),
    nextDueAt: (after) => store.nextDueAt(after),
    async receive(webhook) {
      await receiveProviderWebhook(context, webhook);
      wake();
    },
  };
}
