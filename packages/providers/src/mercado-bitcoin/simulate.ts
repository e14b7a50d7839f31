import { unixSeconds } from "@codespar/formats";
import { bookLevels, type MarketPrice, marketPrice } from "../engines/crypto/crypto-market.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { mercadoBitcoinTools } from "./tools.ts";

/** Mercado Bitcoin, Brazil (api.mercadobitcoin.net, v4): pairs such as `BTC-BRL`, prices and amounts as text. */
export const mercadoBitcoinSimulation = defineSimulation({
  id: "mercado-bitcoin",
  tools: mercadoBitcoinTools,
  handlers: {
    mercado_bitcoin_get_ticker(args, { now }) {
      const tickers = [];
      for (const pair of (textAt(args, "symbols") ?? "").split(",")) {
        const price = getPrice(pair);
        if (price === undefined) return unknownPair(pair);
        tickers.push({
          pair,
          last: eightDecimals(price.last),
          buy: eightDecimals(price.bid),
          sell: eightDecimals(price.ask),
          high: eightDecimals(price.high),
          low: eightDecimals(price.low),
          open: eightDecimals(price.open),
          vol: eightDecimals(price.volume),
          date: unixSeconds(now),
        });
      }
      return { tickers };
    },
    mercado_bitcoin_get_orderbook(args, { now }) {
      const pair = textAt(args, "symbol") ?? "";
      const price = getPrice(pair);
      if (price === undefined) return unknownPair(pair);
      const depth = Math.min(Math.max(1, Math.trunc(numberAt(args, "limit") ?? 5)), 20);
      const side = (name: "bid" | "ask") =>
        bookLevels(price, name, depth).map((level) => level.map(eightDecimals));
      return { asks: side("ask"), bids: side("bid"), timestamp: now * 1_000_000 };
    },
  },
});

function getPrice(pair: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = pair.split("-");
  return currency === "BRL" ? marketPrice(coin, currency) : undefined;
}

function unknownPair(pair: string): Refusal {
  return new Refusal("invalid_request", `Symbol ${pair} is not traded.`, "API|INVALID_SYMBOL");
}

function eightDecimals(value: number): string {
  return value.toFixed(8);
}
