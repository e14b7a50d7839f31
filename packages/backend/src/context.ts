import type { ProviderSlots } from "./platform/provider-slots.ts";
import type { Clock, IdSource, Timers } from "./ports/clock.ts";
import type { Deliver } from "./ports/deliver.ts";
import type { DiscoveryWords } from "./ports/discovery.ts";
import type { PaymentGateway } from "./ports/payment-gateway.ts";
import type { Provider } from "./ports/provider.ts";
import type { RandomBytes } from "./ports/random-bytes.ts";
import type { RateLimiter } from "./ports/rate-limiter.ts";
import type { DefaultIssuers, Translator } from "./ports/translator.ts";
import type { Vault } from "./ports/vault.ts";
import type { Store } from "./store/store.ts";

/** The page that `POST /v1/connect-sessions` makes links to. */
export interface ConnectPage {
  /** Its address, without a fragment. */
  url(): string;
  /** Origins to which it may send people back. */
  returnOrigins: { has(origin: string): boolean };
}

/** The dependencies of every part of the backend; made once by `createBackend`. */
export interface BackendContext {
  store: Store;
  clock: Clock;
  /** The receivers' time, which a delivery's signature carries; a sandbox's own clock may stand elsewhere. */
  sendingClock: Clock;
  timers: Timers;
  ids: IdSource;
  /** The source of randomness for secrets. */
  randomBytes: RandomBytes;
  paymentGateway: PaymentGateway;
  providers: ReadonlyMap<string, Provider>;
  translators: ReadonlyMap<string, Translator>;
  discovery: DiscoveryWords;
  rateLimiter: RateLimiter;
  vault: Vault;
  deliver: Deliver;
  /** A provider call that takes longer counts as lost. */
  providerTimeoutMs: number;
  /** Places at each connection; undefined: as many as there are calls. */
  providerSlots: ProviderSlots | undefined;
  /** Live keys and live data; false in a sandbox. */
  livemode: boolean;
  /** A server is called with stored credentials alone; otherwise it has an account for everybody who has none. */
  requiresConnections: boolean;
  /** Where people connect providers themselves; undefined: nowhere. */
  connectPage: ConnectPage | undefined;
  /** Where people decide on approvals by a link; undefined: nowhere. */
  approvalPageUrl: (() => string) | undefined;
  /** Where providers send webhooks, without a slash at the end; undefined: nowhere. */
  webhookBaseUrl: (() => string) | undefined;
  /** Who issues documents where no fiscal profile is stored; undefined: nobody. */
  defaultIssuers: DefaultIssuers | undefined;
  /** There are jobs for `tick`, now or soon. */
  wake(): void;
  /** Reports to the developer, redacted, what went wrong inside and no caller hears of. Never throws. */
  reportError(error: unknown): void;
}
