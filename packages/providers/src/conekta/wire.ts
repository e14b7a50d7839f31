import type { WireTable } from "../wire/wire-entry.ts";

/** Conekta: JSON, centavos. Refunds and charges hang on the order. */
export const conektaWire: WireTable = {
  provider: "conekta",
  encoding: "json",
  source: "conekta/openapi 2.3.0",
  confidence: "spec",
  tools: {
    conekta_create_order: { post: "/orders" },
    conekta_get_order: { get: "/orders/{id}" },
    conekta_list_orders: { get: "/orders" },
    conekta_capture_order: { post: "/orders/{order_id}/capture" },
    conekta_cancel_order: { post: "/orders/{order_id}/cancel" },
    conekta_create_charge: { post: "/orders/{order_id}/charges" },
    conekta_refund_charge: { post: "/orders/{order_id}/refunds" },
    conekta_create_customer: { post: "/customers" },
    conekta_get_customer: { get: "/customers/{id}" },
    conekta_list_customers: { get: "/customers" },
    conekta_create_checkout: { post: "/checkouts" },
    conekta_get_checkout: { get: "/checkouts/{id}" },
    conekta_list_checkouts: { get: "/checkouts" },
    conekta_create_subscription: { post: "/customers/{customer_id}/subscription" },
    conekta_cancel_subscription: { post: "/customers/{customer_id}/subscription/cancel" },
    conekta_list_payment_sources: { get: "/customers/{customer_id}/payment_sources" },
  },
};
