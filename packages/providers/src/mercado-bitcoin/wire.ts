import type { WireTable } from "../wire/wire-entry.ts";

const account = "/api/v4/accounts/{account_id}";

/** Mercado Bitcoin: JSON, quantities as text, prices as numbers, lists without anything around them. */
export const mercadoBitcoinWire: WireTable = {
  provider: "mercado-bitcoin",
  encoding: "json",
  source: "ernanesa/MercadoBitcoin.Client",
  confidence: "community",
  account: ["account_id"],
  tools: {
    mercado_bitcoin_get_ticker: { get: "/api/v4/tickers", listAs: "tickers" },
    mercado_bitcoin_get_orderbook: { get: "/api/v4/{symbol}/orderbook" },
    mercado_bitcoin_create_order: { post: `${account}/{symbol}/orders` },
    mercado_bitcoin_get_order: { get: `${account}/{symbol}/orders/{orderId}` },
    mercado_bitcoin_cancel_order: { delete: `${account}/{symbol}/orders/{orderId}` },
    mercado_bitcoin_list_orders: { get: `${account}/{symbol}/orders`, listAs: "orders" },
    mercado_bitcoin_get_balance: { get: `${account}/balances`, listAs: "balances" },
  },
};
