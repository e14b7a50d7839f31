import { unixSeconds } from "@codespar/formats";
import { bookLevels, type MarketPrice, marketPrice } from "../engines/crypto/crypto-market.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { flag, integer, nativeInput, number, oneOf, text } from "../simulation/native-input.ts";
import { defineServer, Refusal } from "../simulation/provider-definition.ts";

const symbol = text("Such as BTC-BRL.");
const accountId = text("Default: the account that was connected.");
const oneOrder = nativeInput({ accountId, symbol, orderId: text() }, "symbol", "orderId");

/** Mercado Bitcoin, Brazil (api.mercadobitcoin.net, v4): pairs such as `BTC-BRL`, prices and amounts as text. */
export const mercadoBitcoin = defineServer({
  id: "mercado-bitcoin",
  tools: {
    mercado_bitcoin_get_ticker: {
      description: "Reads the last price and the day's range of one or more pairs.",
      input: nativeInput({ symbols: text("Parted by commas, such as BTC-BRL,ETH-BRL.") }, "symbols"),
      handle(args, { now }) {
        const tickers = [];
        for (const pair of (textAt(args, "symbols") ?? "").split(",")) {
          const price = priceOf(pair);
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
    },
    mercado_bitcoin_get_orderbook: {
      description: "Reads the best bids and asks of one pair.",
      input: nativeInput({ symbol, limit: integer("Levels of each side, at most 1000.") }, "symbol"),
      handle(args, { now }) {
        const pair = textAt(args, "symbol") ?? "";
        const price = priceOf(pair);
        if (price === undefined) return unknownPair(pair);
        const depth = Math.min(Math.max(1, Math.trunc(numberAt(args, "limit") ?? 5)), 20);
        const side = (name: "bid" | "ask") =>
          bookLevels(price, name, depth).map((level) => level.map(eightDecimals));
        return { asks: side("ask"), bids: side("bid"), timestamp: now * 1_000_000 };
      },
    },
    mercado_bitcoin_create_order: {
      description: "Buys or sells a coin, at the market's price or at a limit.",
      input: nativeInput(
        {
          accountId,
          symbol,
          side: oneOf("buy", "sell"),
          type: oneOf("market", "limit", "stoplimit", "post-only"),
          qty: text("Coins."),
          cost: number("Reais, for a purchase at the market's price."),
          limitPrice: number("Reais."),
          stopPrice: number("Reais."),
          externalId: text("Your own id of the order."),
          async: flag(),
        },
        "symbol",
        "side",
        "type",
      ),
    },
    mercado_bitcoin_get_order: {
      description: "Reads one order and what of it was executed.",
      input: oneOrder,
    },
    mercado_bitcoin_cancel_order: { description: "Cancels what of an order is still open.", input: oneOrder },
    mercado_bitcoin_list_orders: {
      description: "Lists the account's orders in one pair.",
      input: nativeInput(
        {
          accountId,
          symbol,
          side: oneOf("buy", "sell"),
          status: oneOf("created", "working", "cancelled", "filled"),
          hasExecutions: text("true or false."),
          created_at_from: text("Seconds since the epoch."),
          created_at_to: text("Seconds since the epoch."),
        },
        "symbol",
      ),
    },
    mercado_bitcoin_get_balance: {
      description: "Reads what the account holds of reais and of each coin.",
      input: nativeInput({ accountId }),
    },
  },
});

function priceOf(pair: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = pair.split("-");
  return currency === "BRL" ? marketPrice(coin, currency) : undefined;
}

function unknownPair(pair: string): Refusal {
  return new Refusal("invalid_request", `Symbol ${pair} is not traded.`, "API|INVALID_SYMBOL");
}

function eightDecimals(value: number): string {
  return value.toFixed(8);
}
