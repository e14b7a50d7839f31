import type { WireTable } from "../wire/wire-entry.ts";

/** Circle: JSON, responses in `data`, an idempotency key in each body that makes something. */
export const circleWire: WireTable = {
  provider: "circle",
  encoding: "json",
  source: "@circle-fin/circle-sdk 2.9.0",
  confidence: "spec",
  tools: {
    circle_create_wallet: { post: "/v1/wallets", status: 201 },
    circle_get_wallet: { get: "/v1/wallets/{walletId}" },
    circle_create_payment: { post: "/v1/payments", status: 201 },
    circle_get_payment: { get: "/v1/payments/{id}" },
    circle_create_payout: { post: "/v1/payouts", status: 201 },
    circle_create_bank_payout: { post: "/v1/businessAccount/payouts", status: 201 },
    circle_get_payout: { get: "/v1/payouts/{id}" },
    circle_create_transfer: { post: "/v1/transfers", status: 201 },
    circle_get_balance: { get: "/v1/balances" },
  },
};

/** A transfer by its id: the tools have none. */
export const circleReads = { circle_get_transfer: { get: "/v1/transfers/{id}" } } as const;
