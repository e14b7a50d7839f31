import { expect, it } from "vitest";
import { bitsoSimulation } from "../bitso/simulate.ts";
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
  const rate = await simulate(unblockpaySimulation).call("unblockpay_get_exchange_rate", {
    from: "USDC",
    to: "BRL",
  });
  expect(ticker).toMatchObject({ data: { payload: { last: "5.4", bid: "5.3946", ask: "5.4054" } } });
  expect(rate).toMatchObject({ data: { rate: 5.4, sell_rate: 5.3946, buy_rate: 5.4054 } });
});
