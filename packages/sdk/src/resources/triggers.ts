import type {
  CreateTriggerRequest,
  Delivery,
  PageQuery,
  RotateSecretRequest,
  Trigger,
  TriggerWithSecret,
  UpdateTriggerRequest,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.triggers`: webhook subscriptions and their deliveries. */
export class Triggers {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Subscribes a URL. The response is the only time that the signing secret is shown. */
  create(request: CreateTriggerRequest, options?: RequestOptions): ApiPromise<TriggerWithSecret> {
    return this.#api.call({ method: "POST", path: ["triggers"], body: request, options });
  }

  list(query: PageQuery = {}, options?: RequestOptions): CursorPages<Trigger> {
    return cursorPages(this.#api, { method: "GET", path: ["triggers"], query, options });
  }

  get(id: string, options?: RequestOptions): ApiPromise<Trigger> {
    return this.#api.call({ method: "GET", path: ["triggers", id], options });
  }

  update(id: string, request: UpdateTriggerRequest, options?: RequestOptions): ApiPromise<Trigger> {
    return this.#api.call({ method: "PATCH", path: ["triggers", id], body: request, options });
  }

  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.#api.call({ method: "DELETE", path: ["triggers", id], options });
  }

  /** Makes a new secret; both sign for the grace period. */
  rotateSecret(
    id: string,
    request: RotateSecretRequest = {},
    options?: RequestOptions,
  ): ApiPromise<TriggerWithSecret> {
    return this.#api.call({
      method: "POST",
      path: ["triggers", id, "rotate-secret"],
      body: request,
      options,
    });
  }

  /** What was sent to the URL, newest first. */
  deliveries(id: string, query: PageQuery = {}, options?: RequestOptions): CursorPages<Delivery> {
    return cursorPages(this.#api, {
      method: "GET",
      path: ["triggers", id, "deliveries"],
      query,
      options,
    });
  }

  /** Delivers once more, also after the last attempt. */
  replay(deliveryId: string, options?: RequestOptions): ApiPromise<Delivery> {
    return this.#api.call({
      method: "POST",
      path: ["deliveries", deliveryId, "replay"],
      body: {},
      options,
    });
  }
}
