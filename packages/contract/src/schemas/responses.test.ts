import { describe, expect, it } from "vitest";
import { type ErrorCode, errorStatuses } from "../wire/errors.ts";
import { billingCheckoutSchema, billingPortalSchema, billingSchema } from "./billing.ts";
import { errorBodySchema, errorBodySchemas } from "./error-body.ts";
import { notifyOutputSchema } from "./notify.ts";
import { usageSchema } from "./usage.ts";

const period = { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" };

describe("the documented bodies", () => {
  it("reads usage", () => {
    const body = {
      period,
      quota: 200000,
      used: 47832,
      remaining: 152168,
      percentage: 23.9,
      breakdown: {
        codespar_discover: 1240,
        codespar_checkout: 8901,
        codespar_pay: 15432,
        codespar_invoice: 12300,
        codespar_ship: 6789,
        codespar_notify: 3170,
      },
    };
    expect(usageSchema.parse({ ...body, daily: [] })).toEqual({ ...body, daily: [] });
  });

  it("reads billing", () => {
    const body = {
      plan: "starter",
      status: "active",
      price_cents: 2900,
      currency: "USD",
      current_period: period,
      quota: 200000,
      used: 47832,
      overage_enabled: false,
      payment_method: { type: "card", last4: "4242", brand: "visa", exp_month: 12, exp_year: 2027 },
      stripe_customer_id: "cus_abc123",
      portal_url: "https://billing.stripe.com/p/session/abc123",
      pending_plan: null,
      pending_plan_at: null,
    };
    expect(billingSchema.parse(body)).toEqual(body);
    const checkout = {
      checkout_url: "https://checkout.stripe.com/c/pay_abc123",
      expires_at: "2026-04-15T11:30:00Z",
    };
    expect(billingCheckoutSchema.parse(checkout)).toEqual(checkout);
    expect(billingPortalSchema.parse({ portal_url: body.portal_url })).toEqual({
      portal_url: body.portal_url,
    });
  });

  it("reads the exceeded quota", () => {
    const body = {
      error: "quota_exceeded",
      message: "Monthly tool call quota exceeded. Upgrade your plan or wait for the next billing cycle.",
      quota: 20000,
      used: 20000,
      resets_at: "2026-05-01T00:00:00Z",
      upgrade_url: "https://codespar.dev/dashboard/billing",
      status: 429,
      request_id: "req_1",
      retryable: false,
    };
    expect(errorBodySchema.parse(body)).toEqual(body);
  });
});

it("has a schema for every error code", () => {
  const codes = Object.keys(errorStatuses);
  expect(Object.keys(errorBodySchemas).sort()).toEqual(codes.sort());
  for (const [code, schema] of Object.entries(errorBodySchemas)) {
    // The keys were just shown to be the codes.
    expect(schema.shape.status.value).toBe(errorStatuses[code as ErrorCode]);
  }
});

it("lets unknown keys and unknown words of a response pass", () => {
  const body = { message_id: "m", status: "played", channel: "rcs", to: "+5511987654321", cost: 3 };
  expect(notifyOutputSchema.parse(body)).toEqual(body);
});
