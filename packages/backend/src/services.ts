import type { PaymentGateway } from "./billing/payment-gateway.ts";
import type { RandomBytes } from "./keys/generate-key.ts";
import type { Clock, IdSource, Timers } from "./ports/clock.ts";
import type { Provider } from "./ports/provider.ts";
import type { Translator } from "./ports/translator.ts";
import type { RateLimiter } from "./rate-limit/rate-limiter.ts";
import type { Store } from "./store/store.ts";
import type { Deliver } from "./triggers/deliver.ts";
import type { Vault } from "./vault/vault.ts";

/** What every part of the backend works with; made once by `createBackend`. */
export interface Services {
  store: Store;
  clock: Clock;
  timers: Timers;
  ids: IdSource;
  /** Where secrets come from. */
  randomBytes: RandomBytes;
  paymentGateway: PaymentGateway;
  providers: ReadonlyMap<string, Provider>;
  translators: ReadonlyMap<string, Translator>;
  rateLimiter: RateLimiter;
  vault: Vault;
  deliver: Deliver;
  /** A provider call that takes longer counts as lost. */
  providerTimeoutMs: number;
  /** Live keys and live data; false in a sandbox. */
  livemode: boolean;
  /** There is work for `tick`, now or soon. */
  wake(): void;
  /** Tells the developer, redacted, of what went wrong in here and no caller is told. Never throws. */
  reportError(error: unknown): void;
}
