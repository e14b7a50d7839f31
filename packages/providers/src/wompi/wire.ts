import type { WireTable } from "../wire/wire-entry.ts";

/**
 * Wompi v1: JSON, centavos, every response in `data`. `wompi_tokenize_card` is not here: it takes the number of the card, which the
 * payer's browser sends to Wompi itself.
 */
export const wompiWire: WireTable = {
  provider: "wompi",
  encoding: "json",
  source: "pulgueta/wompi-node 3.2.0, 2026-07; docs.wompi.co/en/docs/colombia/transacciones",
  confidence: "community",
  account: ["public_key"],
  tools: {
    wompi_create_transaction: { post: "/v1/transactions", status: 201, confidence: "doc" },
    wompi_get_transaction: { get: "/v1/transactions/{transaction_id}", confidence: "doc" },
    wompi_list_transactions: { get: "/v1/transactions" },
    wompi_void_transaction: { post: "/v1/transactions/{transaction_id}/void", status: 201 },
    wompi_create_payment_link: { post: "/v1/payment_links", omit: ["payment_methods"] },
    wompi_get_payment_link: { get: "/v1/payment_links/{payment_link_id}" },
    wompi_create_payment_source: { post: "/v1/payment_sources" },
    wompi_list_pse_banks: { get: "/v1/pse/financial_institutions" },
    wompi_get_merchant: { get: "/v1/merchants/{public_key}", confidence: "doc" },
  },
};
