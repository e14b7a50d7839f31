import type { WireTable } from "../wire/wire-entry.ts";

/** UnblockPay, version 1: JSON in snake_case. A rate is a quote; the call of a transfer between wallets was not found. */
export const unblockpayWire: WireTable = {
  provider: "unblockpay",
  encoding: "json",
  source: "docs.unblockpay.com",
  confidence: "doc",
  tools: {
    unblockpay_create_wallet: { post: "/v1/customers/{customer_id}/wallets" },
    unblockpay_get_wallet: { get: "/v1/customers/{customer_id}/wallets/{wallet_id}" },
    unblockpay_create_onramp: { post: "/v1/payin" },
    unblockpay_create_offramp: { post: "/v1/payout" },
    unblockpay_get_transaction: { get: "/v1/transactions/{transaction_id}" },
    unblockpay_get_exchange_rate: { post: "/v1/quote" },
  },
};
