import type { Currency } from "../wire/money.ts";
import type { Customer } from "./customer.ts";
import type { PaymentMethod } from "./pay.ts";

export interface LineItem {
  description: string;
  quantity: number;
  /** Minor units. */
  unit_amount: number;
}

/** Input of `codespar_checkout`: a hosted page on which the customer chooses how to pay. */
export interface CheckoutInput {
  /** Minor units. Either `amount` or `items`; with both, they must agree. */
  amount?: number | undefined;
  items?: LineItem[] | undefined;
  currency: Currency;
  description?: string | undefined;
  /** Methods to offer; without it, all that the provider has for the currency. */
  payment_methods?: PaymentMethod[] | undefined;
  customer?: Customer | undefined;
  /** Where the customer goes after paying. */
  success_url?: string | undefined;
  /** Seconds until the page expires, 60 to 2,592,000 (30 days). @default 86400 */
  expires_in?: number | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export type CheckoutStatus = "open" | "completed" | "expired";

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
}
