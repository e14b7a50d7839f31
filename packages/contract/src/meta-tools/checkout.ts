import type { Currency } from "../wire/money.ts";
import type { Metadata } from "../wire/session.ts";
import type { Customer } from "./customer.ts";
import type { ListInput } from "./list-input.ts";
import type { PaymentMethod } from "./pay.ts";

export interface LineItem {
  description: string;
  quantity: number;
  /** Minor units. */
  unit_amount: number;
}

export const checkoutActions = ["create", "get", "list"] as const;

export type CheckoutAction = (typeof checkoutActions)[number];

/**
 * Input of `codespar_checkout`: a hosted page on which the customer chooses how to pay.
 * `create` needs `currency` and `amount` or `items`; `get` needs `checkout_id`; `list` needs nothing, but `provider` where
 * several attached servers have pages.
 */
export interface CheckoutInput extends ListInput {
  /** @default "create" */
  action?: CheckoutAction | undefined;
  /** Minor units. Either `amount` or `items`; with both, they must agree. */
  amount?: number | undefined;
  items?: LineItem[] | undefined;
  currency?: Currency | undefined;
  description?: string | undefined;
  /** Methods to offer; without it, all that the provider has for the currency. */
  payment_methods?: PaymentMethod[] | undefined;
  customer?: Customer | undefined;
  /** Where the customer goes after paying. */
  success_url?: string | undefined;
  /** Where the customer goes who gives up. Refused by providers whose pages have no way back. */
  cancel_url?: string | undefined;
  /** The caller's own id of the order. */
  reference?: string | undefined;
  /** Kept with the page and returned by `get`; at most 50 keys. */
  metadata?: Metadata | undefined;
  checkout_id?: string | undefined;
  /** With `list`: pages in this state only. */
  status?: CheckoutStatus | undefined;
  /** Seconds until the page expires, 60 to 2,592,000 (30 days). @default 86400 */
  expires_in?: number | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export const checkoutStatuses = ["open", "completed", "expired"] as const;

export type CheckoutStatus = (typeof checkoutStatuses)[number];

/** Output of `codespar_checkout`. */
export interface CheckoutOutput {
  checkout_id: string;
  /** The page to send the customer to. */
  url: string;
  amount: number;
  currency: Currency;
  status: CheckoutStatus;
  payment_methods: PaymentMethod[];
  expires_at: string;
  /** Once it was paid, where the provider tells it. */
  payment_id?: string | undefined;
  /** As they were given, where the provider keeps them. */
  reference?: string | undefined;
  description?: string | undefined;
  metadata?: Metadata | undefined;
}

/** Output of `codespar_checkout` with `list`: newest first. */
export interface CheckoutList {
  checkouts: CheckoutOutput[];
  /** Pass it as `cursor` for the page after; null after the last one. */
  next_cursor: string | null;
}
