import type { WireTable } from "../wire/wire-entry.ts";

/** Asaas: JSON, values in reais, lists by offset and limit. */
export const asaasWire: WireTable = {
  provider: "asaas",
  encoding: "json",
  source: "docs.asaas.com /reference",
  confidence: "doc",
  tools: {
    asaas_create_payment: { post: "/v3/payments" },
    asaas_get_payment: { get: "/v3/payments/{id}" },
    asaas_list_payments: { get: "/v3/payments" },
    // docs.asaas.com /reference/capture-payment-with-pre-authorization: no body
    asaas_capture_payment: { post: "/v3/payments/{id}/captureAuthorizedPayment" },
    asaas_update_payment: { put: "/v3/payments/{id}" },
    asaas_delete_payment: { delete: "/v3/payments/{id}" },
    asaas_refund_payment: { post: "/v3/payments/{id}/refund" },
    asaas_get_pix_qrcode: { get: "/v3/payments/{id}/pixQrCode" },
    asaas_get_boleto: { get: "/v3/payments/{id}/identificationField" },
    asaas_create_customer: { post: "/v3/customers" },
    asaas_get_customer: { get: "/v3/customers/{id}" },
    asaas_list_customers: { get: "/v3/customers" },
    asaas_create_subscription: { post: "/v3/subscriptions" },
    asaas_get_subscription: { get: "/v3/subscriptions/{id}" },
    asaas_cancel_subscription: { delete: "/v3/subscriptions/{id}" },
    asaas_create_checkout: { post: "/v3/checkouts" },
    asaas_create_transfer: { post: "/v3/transfers" },
    asaas_list_transfers: { get: "/v3/transfers" },
    asaas_get_balance: { get: "/v3/finance/balance" },
  },
};
