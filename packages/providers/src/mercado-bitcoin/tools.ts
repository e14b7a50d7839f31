import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, matching, nativeInput, number, oneOf, text } from "../tools/native-input.ts";

const symbol = text("Such as BTC-BRL.");

const oneOrder = nativeInput({ symbol, orderId: text() }, "symbol", "orderId");

const seconds = text("Seconds since the epoch.");

/** The native tools of Mercado Bitcoin. The account is the connection's. */
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
        symbol,
        side: oneOf("buy", "sell"),
        type: oneOf("market", "limit", "stoplimit", "post-only"),
        qty: matching("^\\d{1,20}(\\.\\d{1,8})?$", "Coins."),
        cost: number("Reais, for a purchase at the market's price."),
        limitPrice: number("Reais."),
        stopPrice: number("Reais."),
        externalId: text("Your own id of the order."),
        async: flag("Whether to respond before the order is in the book. Default: false."),
      },
      "symbol",
      "side",
      "type",
    ),
  },
  mercado_bitcoin_get_order: { description: "Reads one order and what of it was executed.", input: oneOrder },
  mercado_bitcoin_cancel_order: {
    description: "Cancels what of an order is still open.",
    input: nativeInput({ symbol, orderId: text(), async: flag() }, "symbol", "orderId"),
  },
  mercado_bitcoin_list_orders: {
    description: "Lists the account's orders in one pair.",
    input: nativeInput(
      {
        symbol,
        side: oneOf("buy", "sell"),
        status: oneOf("created", "working", "cancelled", "filled"),
        has_executions: oneOf("true", "false"),
        id_from: text(),
        id_to: text(),
        created_at_from: seconds,
        created_at_to: seconds,
      },
      "symbol",
    ),
  },
  mercado_bitcoin_get_balance: {
    description: "Reads what the account holds of reais and of each coin.",
    input: nativeInput({}),
  },
});
