import type { JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { bitsoSimulation } from "../bitso/simulate.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { simulate } from "../testing/simulate.ts";
import { unblockpaySimulation } from "../unblockpay/simulate.ts";
import { mercadoBitcoinSimulation } from "./simulate.ts";

it("lists the prices of the pairs that it trades", async () => {
  const { call } = simulate(mercadoBitcoinSimulation);
  expect(await call("mercado_bitcoin_get_ticker", { symbols: "BTC-BRL,USDC-BRL" })).toMatchObject({
    data: {
      tickers: [
        { pair: "BTC-BRL", last: "540000.00000000", buy: "539460.00000000", sell: "540540.00000000" },
        { pair: "USDC-BRL", last: "5.40000000" },
      ],
    },
  });
  for (const symbols of ["BTC-MXN", "toString-BRL", "BTC"]) {
    expect(await call("mercado_bitcoin_get_ticker", { symbols })).toMatchObject({
      ok: false,
      providerCode: "API|INVALID_SYMBOL",
    });
  }
  expect(await call("mercado_bitcoin_get_orderbook", { symbol: "BTC-BRL", limit: 1 })).toMatchObject({
    data: { bids: [["539460.00000000", "0.10000000"]], asks: [["540540.00000000", "0.10000000"]] },
  });
});

it("agrees with the other markets", async () => {
  const ticker = await simulate(bitsoSimulation).call("bitso_get_ticker", { book: "usdc_brl" });
  const quote = await simulate(unblockpaySimulation).call("unblockpay_get_exchange_rate", {
    symbol: "USDC/BRL",
  });
  expect(ticker).toMatchObject({ data: { payload: { last: "5.4", bid: "5.3946", ask: "5.4054" } } });
  expect(quote).toMatchObject({ data: { quotation: "5.3946" } });
});

const order = { symbol: "BTC-BRL", side: "buy", type: "limit", qty: "0.00000001", limitPrice: 1000.25 };

it("keeps an order in the book until it is cancelled, exact to the last place", async () => {
  const { call } = simulate(mercadoBitcoinSimulation);
  const made = await call("mercado_bitcoin_create_order", { ...order, externalId: "pedido-7" });
  const orderId = textAt(made.ok ? made.data : undefined, "orderId") ?? "";
  const one = { symbol: "BTC-BRL", orderId };
  expect(await call("mercado_bitcoin_get_order", one)).toMatchObject({
    data: {
      externalId: "pedido-7",
      status: "working",
      qty: "0.00000001",
      limitPrice: 1000.25,
      executions: [],
    },
  });
  const brl = async () => {
    const read = await call("mercado_bitcoin_get_balance", {});
    return objectsAt(read.ok ? read.data : undefined, "balances").find(({ symbol }) => symbol === "BRL");
  };
  expect(await brl()).toMatchObject({
    on_hold: "0.0000100025",
    available: "999999.9999899975",
    total: "1000000.00",
  });
  expect(await call("mercado_bitcoin_cancel_order", one)).toMatchObject({ data: { status: "cancelled" } });
  expect(await brl()).toMatchObject({ on_hold: "0.00", available: "1000000.00" });
  expect(await call("mercado_bitcoin_cancel_order", one)).toMatchObject({ ok: false });
  expect(await call("mercado_bitcoin_get_order", { ...one, symbol: "ETH-BRL" })).toMatchObject({
    ok: false,
    providerCode: "TRADING|GET_ORDER|ORDER_NOT_FOUND",
  });
});

it("fills at the market's price, and lists by what was asked for", async () => {
  const { call } = simulate(mercadoBitcoinSimulation);
  await call("mercado_bitcoin_create_order", { symbol: "BTC-BRL", side: "buy", type: "market", cost: 1000 });
  await call("mercado_bitcoin_create_order", order);
  await call("mercado_bitcoin_create_order", { ...order, type: "post-only", limitPrice: 600_000 });
  const list = async (filter: JsonObject) => {
    const read = await call("mercado_bitcoin_list_orders", { symbol: "BTC-BRL", ...filter });
    return objectsAt(read.ok ? read.data : undefined, "orders").map(({ status, filledQty }) => [
      status,
      filledQty,
    ]);
  };
  // 1000 / 540540 is 0.00185000185…
  const filled = ["filled", "0.00185"];
  expect(await list({})).toEqual([filled, ["working", "0.00"], ["cancelled", "0.00"]]);
  expect(await list({ has_executions: "true" })).toEqual([filled]);
  expect(await list({ status: "working" })).toEqual([["working", "0.00"]]);
  expect(await list({ created_at_from: "4102444800" })).toEqual([]);
});

it.each([
  { ...order, type: "stoplimit", stopPrice: 1 },
  { ...order, qty: "100000" },
  { symbol: "BTC-BRL", side: "sell", type: "market", cost: 10 },
  { symbol: "BTC-BRL", side: "buy", type: "limit", qty: "1" },
  { ...order, limitPrice: 1e-9 },
])("orders nothing for %j", async (draft) => {
  const { call } = simulate(mercadoBitcoinSimulation);
  expect(await call("mercado_bitcoin_create_order", draft)).toMatchObject({ ok: false });
  expect(await call("mercado_bitcoin_list_orders", { symbol: "BTC-BRL" })).toMatchObject({
    data: { orders: [] },
  });
});
