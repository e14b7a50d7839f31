import type { WireTable } from "../wire/wire-entry.ts";

/** Bitso: JSON, responses in `{ success, payload }`, each request signed. */
export const bitsoWire: WireTable = {
  provider: "bitso",
  encoding: "json",
  source: "bitsoex/bitso-java",
  confidence: "spec",
  tools: {
    bitso_get_ticker: { get: "/api/v3/ticker" },
    bitso_get_orderbook: { get: "/api/v3/order_book" },
    bitso_create_order: { post: "/api/v3/orders" },
    bitso_get_order: { get: "/api/v3/orders/{oid}" },
    bitso_cancel_order: { delete: "/api/v3/orders/{oid}" },
    bitso_get_balances: { get: "/api/v3/balance" },
    bitso_create_withdrawal: { post: "/api/v3/withdrawals", confidence: "doc" },
  },
};

/** Searches by our own id, for what was lost. Of the trades' only the path by Bitso's id is documented. */
export const bitsoReads = {
  bitso_find_orders: { get: "/api/v3/orders" },
  bitso_find_trades: { get: "/api/v3/order_trades", confidence: "unverified" },
  bitso_find_withdrawals: { get: "/api/v3/withdrawals", confidence: "doc" },
} as const;
