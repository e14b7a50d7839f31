import type {
  Connection,
  ConnectionWebhookUrl,
  CreateConnectionRequest,
  ListConnectionsQuery,
  RotateSecretRequest,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.connections`: credentials of servers, for the organisation or one of its tenants. */
export class Connections {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Stores credentials. They are encrypted and never come back. */
  create(request: CreateConnectionRequest, options?: RequestOptions): ApiPromise<Connection> {
    return this.#api.call({ method: "POST", path: ["connections"], body: request, options });
  }

  list(query: ListConnectionsQuery = {}, options?: RequestOptions): CursorPages<Connection> {
    return cursorPages(this.#api, { method: "GET", path: ["connections"], query, options });
  }

  get(id: string, options?: RequestOptions): ApiPromise<Connection> {
    return this.#api.call({ method: "GET", path: ["connections", id], options });
  }

  /**
   * Makes the secret address where the provider sends its webhooks for this connection. Made again, it is another one, and the
   * one before works for `grace_period_seconds` more, 24 hours by default.
   */
  createWebhookUrl(
    id: string,
    request: RotateSecretRequest = {},
    options?: RequestOptions,
  ): ApiPromise<ConnectionWebhookUrl> {
    return this.#api.call({
      method: "POST",
      path: ["connections", id, "webhook-url"],
      body: request,
      options,
    });
  }

  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.#api.call({ method: "DELETE", path: ["connections", id], options });
  }
}
