import type { WireTable } from "../wire/wire-entry.ts";

/** Pagar.me v5: JSON, cents. One DELETE cancels a charge that waits and gives back one that was paid. */
export const pagarmeWire: WireTable = {
  provider: "pagarme",
  encoding: "json",
  source: "npm @pagarme/pagarme-nodejs-sdk 7.0.2",
  confidence: "spec",
  tools: {
    pagarme_create_order: { post: "/core/v5/orders" },
    pagarme_get_order: { get: "/core/v5/orders/{order_id}" },
    pagarme_list_orders: { get: "/core/v5/orders" },
    pagarme_create_charge: { post: "/core/v5/charges" },
    pagarme_get_charge: { get: "/core/v5/charges/{charge_id}" },
    pagarme_capture_charge: { post: "/core/v5/charges/{charge_id}/capture" },
    // of two tools on one path an emulator reads the first, which does what the other does as well
    pagarme_refund_charge: { delete: "/core/v5/charges/{charge_id}", deletesWithBody: true },
    pagarme_cancel_charge: { delete: "/core/v5/charges/{charge_id}", deletesWithBody: true },
    pagarme_create_customer: { post: "/core/v5/customers" },
    pagarme_create_recipient: { post: "/core/v5/recipients" },
    pagarme_list_recipients: { get: "/core/v5/recipients" },
    pagarme_create_subscription: { post: "/core/v5/subscriptions" },
    pagarme_create_transfer: { post: "/core/v5/recipients/{recipient_id}/transfers" },
    pagarme_get_balance: { get: "/core/v5/recipients/{recipient_id}/balance" },
    pagarme_create_payment_link: { post: "/core/v5/paymentlinks", confidence: "doc" },
  },
};
