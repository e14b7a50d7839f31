import type { ProviderCall } from "@codespar/backend/ports";
import type { ConnectedProvider } from "../connect/connect.ts";
import { textAt } from "../json/native-json.ts";
import type { WebhookDefinition } from "./webhook-definition.ts";

const DAY = 86_400_000;
/** Milliseconds that a key is kept at least: who sends what is not signed must not make us ask the provider each time. */
const shortestLifeMs = 60_000;

export interface ReadKeyOptions extends Pick<ProviderCall, "account" | "credentials" | "signal"> {
  definition: WebhookDefinition;
  provider: ConnectedProvider;
  /** The key that is known does not fit. */
  renew: boolean;
}

/** The keys by which providers sign, read from their own APIs and kept for a day: one for each provider and environment. */
export class WebhookKeys {
  readonly #clock: { now(): number };
  readonly #kept = new Map<string, { key: Promise<string | undefined>; readAt: number }>();

  constructor(clock: { now(): number }) {
    this.#clock = clock;
  }

  /** Undefined when the provider cannot be asked now, or has none. */
  async read({ definition, provider, renew, ...context }: ReadKeyOptions): Promise<string | undefined> {
    const name = `${provider.id} ${provider.environment}`;
    const now = this.#clock.now();
    const kept = this.#kept.get(name);
    if (kept !== undefined && now < kept.readAt + (renew ? shortestLifeMs : DAY)) return kept.key;
    const { publicKey } = definition;
    if (publicKey === undefined) return undefined;
    const key = provider
      .read(publicKey.tool, publicKey.arguments, context)
      .then((response) => (response.ok ? textAt(response.data, publicKey.path) : undefined))
      .catch(() => undefined);
    this.#kept.set(name, { key, readAt: now });
    const read = await key;
    // what could not be read is asked for again
    if (read === undefined) this.#kept.delete(name);
    return read;
  }
}
