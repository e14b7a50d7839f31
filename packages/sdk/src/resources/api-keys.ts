import type {
  ApiKey,
  ApiKeyWithSecret,
  CreateApiKeyRequest,
  PageQuery,
  RotateApiKeyRequest,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.apiKeys` */
export class ApiKeys {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Makes a key. The response is the only time that it is shown whole. */
  create(request: CreateApiKeyRequest = {}, options?: RequestOptions): ApiPromise<ApiKeyWithSecret> {
    return this.#api.call({ method: "POST", path: ["api-keys"], body: request, options });
  }

  list(query: PageQuery = {}, options?: RequestOptions): CursorPages<ApiKey> {
    return cursorPages(this.#api, { method: "GET", path: ["api-keys"], query, options });
  }

  /** Replaces a key; the old one goes on working for the grace period. */
  rotate(
    id: string,
    request: RotateApiKeyRequest = {},
    options?: RequestOptions,
  ): ApiPromise<ApiKeyWithSecret> {
    return this.#api.call({ method: "POST", path: ["api-keys", id, "rotate"], body: request, options });
  }

  /** Ends a key at once. */
  revoke(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.#api.call({ method: "DELETE", path: ["api-keys", id], options });
  }
}
