import { formatOffsetTimestamp, MEXICO_CITY } from "@codespar/formats";
import { bookLevels, type MarketPrice, marketPrice } from "../engines/crypto/crypto-market.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { bitsoTools } from "./tools.ts";

/** Bitso (docs.bitso.com, v3): books such as `btc_mxn`, decimals as text, responses in `{ success, payload }`. */
export const bitsoSimulation = defineSimulation({
  id: "bitso",
  tools: bitsoTools,
  handlers: {
    bitso_get_ticker(args, { now }) {
      const name = textAt(args, "book") ?? "";
      const price = getPrice(name);
      if (price === undefined) return unknownBook(name);
      return {
        success: true,
        payload: {
          book: name,
          last: String(price.last),
          bid: String(price.bid),
          ask: String(price.ask),
          high: String(price.high),
          low: String(price.low),
          vwap: String(price.last),
          volume: String(price.volume),
          created_at: localTime(now),
        },
      };
    },
    bitso_get_orderbook(args, { now }) {
      const name = textAt(args, "book") ?? "";
      const price = getPrice(name);
      if (price === undefined) return unknownBook(name);
      const side = (which: "bid" | "ask") =>
        bookLevels(price, which).map(([at, amount]) => ({
          book: name,
          price: String(at),
          amount: String(amount),
        }));
      return {
        success: true,
        payload: { asks: side("ask"), bids: side("bid"), updated_at: localTime(now) },
      };
    },
  },
});

function getPrice(book: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = book.toUpperCase().split("_");
  return marketPrice(coin, currency);
}

function unknownBook(book: string): Refusal {
  return new Refusal("invalid_request", `Unknown OrderBook ${book}`, "0301");
}

function localTime(at: number): string {
  return formatOffsetTimestamp(at, MEXICO_CITY);
}
