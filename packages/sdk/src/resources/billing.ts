import type {
  BillingCheckout,
  BillingCheckoutRequest,
  BillingInvoice,
  BillingPortal,
  BillingPreview,
  BillingPreviewQuery,
  PageQuery,
  UpdateBillingRequest,
  Billing as WireBilling,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";

/** `codespar.billing` */
export class Billing {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Plan, quota and payment method. */
  get(options?: RequestOptions): ApiPromise<WireBilling> {
    return this.#api.call({ method: "GET", path: ["billing"], options });
  }

  /** Switches overage, or chooses a lower plan for the end of the period. */
  update(request: UpdateBillingRequest, options?: RequestOptions): ApiPromise<WireBilling> {
    return this.#api.call({ method: "PATCH", path: ["billing"], body: request, options });
  }

  /** What another plan would cost now. Buys nothing. */
  preview(query: BillingPreviewQuery, options?: RequestOptions): ApiPromise<BillingPreview> {
    return this.#api.call({ method: "GET", path: ["billing", "preview"], query, options });
  }

  /** A page on which a higher plan is paid. */
  checkout(request: BillingCheckoutRequest, options?: RequestOptions): ApiPromise<BillingCheckout> {
    return this.#api.call({ method: "POST", path: ["billing", "checkout"], body: request, options });
  }

  /** A link to the customer portal that works once, within 24 hours. */
  portal(options?: RequestOptions): ApiPromise<BillingPortal> {
    return this.#api.call({ method: "POST", path: ["billing", "portal"], body: {}, options });
  }

  /** CodeSpar's own invoices, newest first. */
  invoices(query: PageQuery = {}, options?: RequestOptions): CursorPages<BillingInvoice> {
    return cursorPages(this.#api, {
      method: "GET",
      path: ["billing", "invoices"],
      query,
      options,
    });
  }
}
