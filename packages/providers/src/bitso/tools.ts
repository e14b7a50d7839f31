import { defineTools } from "../tools/define-tools.ts";
import { flag, nativeInput, oneOf, text } from "../tools/native-input.ts";

export const book = text("Such as btc_mxn.");

const oneOrder = nativeInput({ oid: text(), origin_id: text("Your own id, instead of oid.") });

/** The native tools of Bitso. */
export const bitsoTools = defineTools({
  bitso_get_ticker: {
    description: "Reads the last price and the day's range of one book.",
    input: nativeInput({ book }, "book"),
  },
  bitso_get_orderbook: {
    description: "Reads the best bids and asks of one book.",
    input: nativeInput({ book, aggregate: flag("Default: true.") }, "book"),
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
});
