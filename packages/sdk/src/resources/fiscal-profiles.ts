import type {
  CreateFiscalProfileRequest,
  FiscalProfile,
  ListFiscalProfilesQuery,
  UpdateFiscalProfileRequest,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.fiscalProfiles`: who issues fiscal documents, and how products are taxed. */
export class FiscalProfiles {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Stores the organisation's profile, or a tenant's, replacing an earlier one. Certificates never come back. */
  create(request: CreateFiscalProfileRequest, options?: RequestOptions): ApiPromise<FiscalProfile> {
    return this.#api.call({ method: "POST", path: ["fiscal-profiles"], body: request, options });
  }

  /** Tax numbers are shown by their last four characters; `get` has them whole. */
  list(query: ListFiscalProfilesQuery = {}, options?: RequestOptions): CursorPages<FiscalProfile> {
    return cursorPages(this.#api, { method: "GET", path: ["fiscal-profiles"], query, options });
  }

  get(id: string, options?: RequestOptions): ApiPromise<FiscalProfile> {
    return this.#api.call({ method: "GET", path: ["fiscal-profiles", id], options });
  }

  /** Replaces a country's issuer; its certificate stays unless another one, or null, is sent. */
  update(
    id: string,
    request: UpdateFiscalProfileRequest,
    options?: RequestOptions,
  ): ApiPromise<FiscalProfile> {
    return this.#api.call({ method: "PATCH", path: ["fiscal-profiles", id], body: request, options });
  }

  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.#api.call({ method: "DELETE", path: ["fiscal-profiles", id], options });
  }
}
