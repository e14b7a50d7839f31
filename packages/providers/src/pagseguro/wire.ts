import type { WireTable } from "../wire/wire-entry.ts";

/**
 * PagBank's orders: JSON, cents. One call cancels what waits and gives back what was paid. Recurring payments are on a host of their own.
 * A split is part of the charge, and neither disputes nor the balance are in the public API, so that these tools are not here.
 */
export const pagseguroWire: WireTable = {
  provider: "pagseguro",
  encoding: "json",
  source: "developer.pagbank.com.br; pagseguro/pagbank-for-woocommerce",
  confidence: "doc",
  tools: {
    pagseguro_create_order: { post: "/orders", status: 201 },
    pagseguro_get_order: { get: "/orders/{order_id}" },
    pagseguro_create_charge: { post: "/orders/{order_id}/pay", status: 201 },
    pagseguro_get_charge: { get: "/charges/{charge_id}", confidence: "spec" },
    pagseguro_capture_charge: { post: "/charges/{charge_id}/capture", status: 201 },
    // of two tools on one path an emulator reads the first, which does what the other does as well
    pagseguro_refund_charge: { post: "/charges/{charge_id}/cancel", status: 201, confidence: "spec" },
    pagseguro_cancel_charge: { post: "/charges/{charge_id}/cancel", status: 201, confidence: "spec" },
    pagseguro_get_pix_qrcode: { get: "/orders/{order_id}" },
    pagseguro_create_customer: { post: "/customers", host: "assinaturas", status: 201 },
    pagseguro_create_subscription: { post: "/subscriptions", host: "assinaturas", status: 201 },
    pagseguro_cancel_subscription: { put: "/subscriptions/{subscription_id}/cancel", host: "assinaturas" },
    pagseguro_list_subscriptions: { get: "/subscriptions", host: "assinaturas" },
  },
};
