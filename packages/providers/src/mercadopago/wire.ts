import type { WireTable } from "../wire/wire-entry.ts";

/** Mercado Pago: JSON, major units. The collections of preferences and subscriptions end with a slash, as its SDK sends them. */
export const mercadopagoWire: WireTable = {
  provider: "mercadopago",
  encoding: "json",
  source: "npm mercadopago 3.6.1, requests as captured",
  confidence: "spec",
  tools: {
    // the account's country says the currency, and the method its type: here they are wrong names of parameters
    mercadopago_create_payment: {
      post: "/v1/payments",
      omit: ["currency_id", "payment_type_id"],
      status: 201,
    },
    mercadopago_get_payment: { get: "/v1/payments/{id}" },
    mercadopago_search_payments: { get: "/v1/payments/search" },
    mercadopago_capture_payment: { put: "/v1/payments/{id}", fixed: { capture: true } },
    mercadopago_cancel_payment: { put: "/v1/payments/{id}", fixed: { status: "cancelled" } },
    mercadopago_create_refund: { post: "/v1/payments/{payment_id}/refunds", status: 201 },
    mercadopago_create_preference: { post: "/checkout/preferences/", status: 201 },
    mercadopago_get_preference: { get: "/checkout/preferences/{id}" },
    mercadopago_search_preferences: { get: "/checkout/preferences/search" },
    mercadopago_create_customer: { post: "/v1/customers", status: 201 },
    mercadopago_list_customers: { get: "/v1/customers/search" },
    mercadopago_list_payment_methods: { get: "/v1/payment_methods", listAs: "payment_methods" },
    mercadopago_get_merchant_order: { get: "/merchant_orders/{id}" },
    mercadopago_create_subscription: { post: "/preapproval/", status: 201 },
    mercadopago_get_subscription: { get: "/preapproval/{id}" },
    mercadopago_cancel_subscription: { put: "/preapproval/{id}", fixed: { status: "cancelled" } },
    mercadopago_create_card_token: { post: "/v1/card_tokens", query: ["public_key"], status: 201 },
    // not in the SDK; many accounts get 403
    mercadopago_get_balance: {
      get: "/users/{user_id}/mercadopago_account/balance",
      confidence: "community",
    },
  },
};
