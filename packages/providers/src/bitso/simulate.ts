import { formatOffsetTimestamp, UTC_OFFSET_MINUTES } from "@codespar/formats";
import { bookLevels, type MarketPrice, marketPrice } from "../engines/crypto/crypto-market.ts";
import { textAt } from "../json/read-arguments.ts";
import { flag, nativeInput, oneOf, text } from "../simulation/native-input.ts";
import { defineServer, Refusal } from "../simulation/provider-definition.ts";

const book = text("Such as btc_mxn.");
const oneOrder = nativeInput({ oid: text(), origin_id: text("Your own id, instead of oid.") });

/** Bitso (docs.bitso.com, v3): books such as `btc_mxn`, decimals as text, answers in `{ success, payload }`. */
export const bitso = defineServer({
  id: "bitso",
  tools: {
    bitso_get_ticker: {
      description: "Reads the last price and the day's range of one book.",
      input: nativeInput({ book }, "book"),
      handle(args, { now }) {
        const name = textAt(args, "book") ?? "";
        const price = priceOf(name);
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
    },
    bitso_get_orderbook: {
      description: "Reads the best bids and asks of one book.",
      input: nativeInput({ book, aggregate: flag("Default: true.") }, "book"),
      handle(args, { now }) {
        const name = textAt(args, "book") ?? "";
        const price = priceOf(name);
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
    bitso_create_order: {
      description: "Buys or sells in a book, at the market's price or at a limit.",
      input: nativeInput(
        {
          book,
          side: oneOf("buy", "sell"),
          type: oneOf("market", "limit"),
          major: text("Amount in coins; either this or minor."),
          minor: text("Amount in the currency."),
          price: text("Limit orders: price of one coin."),
          stop: text(),
          time_in_force: oneOf("goodtillcancelled", "fillorkill", "immediateorcancel", "postonly"),
          origin_id: text("Your own id of the order."),
        },
        "book",
        "side",
        "type",
      ),
    },
    bitso_get_order: { description: "Reads one order and what of it is unfilled.", input: oneOrder },
    bitso_cancel_order: { description: "Cancels what of an order is still open.", input: oneOrder },
    bitso_get_balances: {
      description: "Reads what the account holds of each currency and coin.",
      input: nativeInput({}),
    },
    bitso_create_withdrawal: {
      description: "Takes money out of the account: pesos by SPEI, reais by Pix, coins to an address.",
      input: nativeInput(
        {
          currency: text("Such as mxn, brl, usdc."),
          amount: text(),
          network: text("Such as spei, pix, solana."),
          protocol: text("Such as clabe, pix, spl."),
          clabe: text("SPEI: 18 digits."),
          beneficiary: text("SPEI: name of the receiver."),
          numeric_ref: text("SPEI: at most 7 digits."),
          notes_ref: text("SPEI: shown to the receiver."),
          pix_key: text("Pix."),
          address: text("Coins."),
          max_fee: text(),
          origin_id: text("Your own id of the withdrawal."),
        },
        "currency",
        "amount",
        "network",
      ),
    },
  },
});

function priceOf(book: string): MarketPrice | undefined {
  const [coin = "", currency = ""] = book.toUpperCase().split("_");
  return marketPrice(coin, currency);
}

function unknownBook(book: string): Refusal {
  return new Refusal("invalid_request", `Unknown OrderBook ${book}`, "0301");
}

function localTime(at: number): string {
  return formatOffsetTimestamp(at, UTC_OFFSET_MINUTES.MX);
}
