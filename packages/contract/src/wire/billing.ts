import type { PlanId } from "./plans.ts";
import type { Period } from "./usage.ts";

export interface BillingPaymentMethod {
  type: "card";
  last4: string;
  brand: string;
  exp_month: number;
  exp_year: number;
}

/** `GET /v1/billing`. */
export interface Billing {
  plan: PlanId;
  status: "active" | "past_due" | "cancelled";
  /** US cents a month; null where it is by contract. */
  price_cents: number | null;
  currency: "USD";
  current_period: Period;
  /** Calls that the plan has a month; null where it is by contract. */
  quota: number | null;
  used: number;
  overage_enabled: boolean;
  payment_method: BillingPaymentMethod | null;
  stripe_customer_id: string | null;
  /** Made for this response: works once, within 24 hours. Null for keys without `billing:write`. */
  portal_url: string | null;
  /** The lower plan that starts when the period ends. */
  pending_plan: PlanId | null;
  pending_plan_at: string | null;
}

/** `PATCH /v1/billing`. */
export interface UpdateBillingRequest {
  /** Growth and enterprise only. */
  overage_enabled?: boolean | undefined;
  /** A lower plan, from the end of the period on; the present one takes a pending change back. */
  plan?: PlanId | undefined;
}

/** Query of `GET /v1/billing/preview`. */
export interface BillingPreviewQuery {
  plan: PlanId;
}

/** What another plan would cost. `now`: it begins once it is paid; `period_end`: it begins when the month is over. */
export interface BillingPreview {
  from: PlanId;
  to: PlanId;
  starts: "now" | "period_end" | "already";
  currency: "USD";
  /** For the days of the present plan that are left, in US cents; not negative. */
  credit_cents: number;
  /** For the days that are left of the new plan. */
  charge_cents: number;
  /** What is to be paid now. */
  due_cents: number;
  /** Days that are left of the period, this one included, and all of its days. */
  days_left: number;
  days: number;
}

/** `POST /v1/billing/checkout`. */
export interface BillingCheckoutRequest {
  plan: PlanId;
}

export interface BillingCheckout {
  checkout_url: string;
  expires_at: string;
}

/** `POST /v1/billing/portal`. */
export interface BillingPortal {
  /** Works once, within 24 hours. */
  portal_url: string;
}

export interface BillingInvoiceLine {
  type: "subscription" | "proration" | "overage";
  description: string;
  quantity: number;
  /** US cents; negative for a credit. */
  amount_cents: number;
}

/** A row of `GET /v1/billing/invoices`. */
export interface BillingInvoice {
  id: string;
  number: string;
  status: "draft" | "open" | "paid";
  period: Period;
  lines: BillingInvoiceLine[];
  total_cents: number;
  currency: "USD";
  pdf_url: string | null;
  created_at: string;
}
