import type { WireTable } from "../wire/wire-entry.ts";

const v1 = "/v1/marketplaces/{marketplace_id}";

/**
 * Zoop: JSON below the marketplace; cents go in, reais come out as text. A seller is made as an individual; a company's fields are
 * others. `zoop_create_card_token` is not here: it takes the number of the card, which the payer's browser sends to Zoop itself.
 */
export const zoopWire: WireTable = {
  provider: "zoop",
  encoding: "json",
  source: "imobanco/zoop-wrapper 0.5.2 with its recorded responses; docs.zoop.co/docs",
  confidence: "community",
  account: ["marketplace_id"],
  tools: {
    zoop_create_transaction: { post: `${v1}/transactions`, status: 201, confidence: "doc" },
    zoop_get_transaction: { get: `${v1}/transactions/{transaction_id}` },
    zoop_list_transactions: { get: `${v1}/transactions` },
    zoop_capture_transaction: { post: `${v1}/transactions/{transaction_id}/capture` },
    zoop_refund_transaction: { post: `${v1}/transactions/{transaction_id}/void` },
    // Pix came with the second version of the same call
    zoop_create_pix_payment: {
      post: "/v2/marketplaces/{marketplace_id}/transactions",
      fixed: { payment_type: "pix" },
      status: 201,
    },
    zoop_get_pix_payment: { get: `${v1}/transactions/{transaction_id}` },
    zoop_create_buyer: { post: `${v1}/buyers`, status: 201 },
    zoop_create_seller: { post: `${v1}/sellers/individuals`, status: 201 },
    zoop_get_seller: { get: `${v1}/sellers/{seller_id}` },
    zoop_list_sellers: { get: `${v1}/sellers` },
    zoop_create_split_rule: { post: `${v1}/transactions/{transaction_id}/split_rules`, status: 201 },
    zoop_create_transfer: { post: `${v1}/bank_accounts/{bank_account_id}/transfers`, status: 201 },
    zoop_get_balance: { get: `${v1}/sellers/{seller_id}/balances` },
    zoop_get_receivables: { get: `${v1}/sellers/{seller_id}/receivables` },
  },
};
