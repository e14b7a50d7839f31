import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, nativeInput, number, oneOf, text } from "../tools/native-input.ts";

const symbol = text("Such as BTC-BRL.");

const accountId = text("Default: the account that was connected.");

const oneOrder = nativeInput({ accountId, symbol, orderId: text() }, "symbol", "orderId");

/** The native tools of Mercado Bitcoin. */
export const mercadoBitcoinTools = defineTools({
  mercado_bitcoin_get_ticker: {
    description: "Reads the last price and the day's range of one or more pairs.",
    input: nativeInput({ symbols: text("Parted by commas, such as BTC-BRL,ETH-BRL.") }, "symbols"),
  },
  mercado_bitcoin_get_orderbook: {
    description: "Reads the best bids and asks of one pair.",
    input: nativeInput({ symbol, limit: integer("Levels of each side, at most 1000.") }, "symbol"),
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
  mercado_bitcoin_get_order: { description: "Reads one order and what of it was executed.", input: oneOrder },
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
});
