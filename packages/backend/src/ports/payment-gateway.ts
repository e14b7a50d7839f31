import type { PlanId } from "@codespar/contract";

/** Who pays, as the gateway knows them. */
export interface PayingCustomer {
  customerId: string;
  paymentMethod: { last4: string; brand: string; expMonth: number; expYear: number };
}

/** A page of the gateway that is to be opened by a link. */
export interface GatewayPage {
  organisation: string;
  /** Null: the organisation has not paid yet. */
  customerId: string | null;
  /** Names, for the billing service, which link was followed. Secret. */
  token: string;
  expiresAt: number;
}

export interface GatewayCharge {
  organisation: string;
  customerId: string | null;
  /** The same for every attempt: an invoice is never paid twice. */
  invoiceId: string;
  amountCents: number;
}

/**
 * Who takes the money: Stripe, or a simulation of it. Plans, proration and invoices are the backend's own; a gateway
 * has customers, cards and pages. It reports what happens on its pages to `backend.billing`.
 */
export interface PaymentGateway {
  /** The URL of a page on which the plan is paid. */
  openCheckout(page: GatewayPage & { plan: PlanId }): Promise<string>;
  /** The URL of the customer portal. */
  openPortal(page: GatewayPage): Promise<string>;
  /** Takes an invoice's amount from the customer's card. */
  charge(charge: GatewayCharge): Promise<"paid" | "declined">;
  /** Where an invoice that is no draft is available as a PDF. @default nowhere */
  invoicePdf?(invoice: Pick<GatewayCharge, "invoiceId" | "organisation">): string;
}
