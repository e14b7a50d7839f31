import type { WireTable } from "../wire/wire-entry.ts";

/** Stripe: bracket forms in, JSON out, minor units. */
export const stripeWire: WireTable = {
  provider: "stripe",
  encoding: "form",
  source: "stripe/openapi spec3.json; npm stripe 23.1.0, requests as captured",
  confidence: "spec",
  tools: {
    stripe_create_payment_intent: { post: "/v1/payment_intents" },
    stripe_get_payment_intent: { get: "/v1/payment_intents/{id}" },
    stripe_confirm_payment_intent: { post: "/v1/payment_intents/{id}/confirm" },
    stripe_cancel_payment_intent: { post: "/v1/payment_intents/{id}/cancel" },
    stripe_capture_payment_intent: { post: "/v1/payment_intents/{id}/capture" },
    stripe_list_payment_intents: { get: "/v1/payment_intents" },
    stripe_create_refund: { post: "/v1/refunds" },
    stripe_create_customer: { post: "/v1/customers" },
    stripe_list_customers: { get: "/v1/customers" },
    stripe_create_checkout_session: { post: "/v1/checkout/sessions" },
    stripe_get_checkout_session: { get: "/v1/checkout/sessions/{id}" },
    stripe_list_checkout_sessions: { get: "/v1/checkout/sessions" },
    stripe_create_payment_link: { post: "/v1/payment_links" },
    stripe_create_subscription: { post: "/v1/subscriptions" },
    stripe_cancel_subscription: { delete: "/v1/subscriptions/{id}" },
    stripe_create_product: { post: "/v1/products" },
    stripe_create_price: { post: "/v1/prices" },
    stripe_list_prices: { get: "/v1/prices" },
    stripe_create_invoice: { post: "/v1/invoices" },
    stripe_finalize_invoice: { post: "/v1/invoices/{id}/finalize" },
    stripe_get_balance: { get: "/v1/balance" },
    stripe_list_disputes: { get: "/v1/disputes" },
  },
};
