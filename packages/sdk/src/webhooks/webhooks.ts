import type { WebhookEvent } from "@codespar/contract";
import type { Runtime } from "../runtime.ts";
import type { WebhookInput } from "./read-delivery.ts";
import { type UnwrapOptions, unwrapWebhook } from "./unwrap-webhook.ts";

/** `codespar.webhooks` */
export class Webhooks {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /**
   * Verifies a delivery and gives its event. Takes a web `Request`, or the raw body with its headers.
   * Several secrets are tried in turn. Throws `WebhookError` for what must not be acted on.
   */
  unwrap(
    input: WebhookInput,
    secret: string | readonly string[],
    options: UnwrapOptions = {},
  ): Promise<WebhookEvent> {
    return unwrapWebhook(input, secret, { now: this.#runtime.now, ...options });
  }
}
