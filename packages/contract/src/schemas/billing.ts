import { z } from "zod";
import type {
  Billing,
  BillingCheckout,
  BillingCheckoutRequest,
  BillingInvoice,
  BillingPortal,
  BillingPreview,
  BillingPreviewQuery,
  UpdateBillingRequest,
} from "../wire/billing.ts";
import { planIds } from "../wire/plans.ts";
import { openEnum } from "./fields.ts";
import { page } from "./page.ts";
import { periodSchema, wholeSecond } from "./usage.ts";

const plan = z.enum(planIds);

export const updateBillingRequestSchema = z
  .strictObject({ overage_enabled: z.boolean().optional(), plan: plan.optional() })
  .refine((request) => request.overage_enabled !== undefined || request.plan !== undefined, {
    error: "Send overage_enabled, plan, or both.",
  }) satisfies z.ZodType<UpdateBillingRequest>;

export const billingCheckoutRequestSchema = z.strictObject({
  plan,
}) satisfies z.ZodType<BillingCheckoutRequest>;

export const billingPreviewQuerySchema = z.strictObject({ plan }) satisfies z.ZodType<BillingPreviewQuery>;

export const billingPreviewSchema = z.looseObject({
  from: openEnum(planIds),
  to: openEnum(planIds),
  starts: openEnum(["now", "period_end", "already"]),
  currency: z.literal("USD"),
  credit_cents: z.int(),
  charge_cents: z.int(),
  due_cents: z.int(),
  days_left: z.int(),
  days: z.int(),
}) satisfies z.ZodType<BillingPreview>;

export const billingSchema = z.looseObject({
  plan: openEnum(planIds),
  status: openEnum(["active", "past_due", "cancelled"]),
  price_cents: z.int().nullable(),
  currency: z.literal("USD"),
  current_period: periodSchema,
  quota: z.int().nullable(),
  used: z.int(),
  overage_enabled: z.boolean(),
  payment_method: z
    .looseObject({
      type: z.literal("card"),
      last4: z.string(),
      brand: z.string(),
      exp_month: z.int(),
      exp_year: z.int(),
    })
    .nullable(),
  stripe_customer_id: z.string().nullable(),
  portal_url: z.string().nullable(),
  pending_plan: openEnum(planIds).nullable(),
  pending_plan_at: wholeSecond.nullable(),
}) satisfies z.ZodType<Billing>;

export const billingCheckoutSchema = z.looseObject({
  checkout_url: z.string(),
  expires_at: wholeSecond,
}) satisfies z.ZodType<BillingCheckout>;

export const billingPortalSchema = z.looseObject({
  portal_url: z.string(),
}) satisfies z.ZodType<BillingPortal>;

export const billingInvoiceSchema = z.looseObject({
  id: z.string(),
  number: z.string(),
  status: openEnum(["draft", "open", "paid"]),
  period: periodSchema,
  lines: z.array(
    z.looseObject({
      type: openEnum(["subscription", "proration", "overage"]),
      description: z.string(),
      quantity: z.int(),
      amount_cents: z.int(),
    }),
  ),
  total_cents: z.int(),
  currency: z.literal("USD"),
  pdf_url: z.string().nullable(),
  created_at: wholeSecond,
}) satisfies z.ZodType<BillingInvoice>;

export const billingInvoicePageSchema = page(billingInvoiceSchema);
