import { defineTools } from "../tools/define-tools.ts";
import { flag, matching, nativeInput, oneOf, shortText, text } from "../tools/native-input.ts";

const book = text("Such as btc_mxn.");

/** Coins and their prices have at most eight places. */
const decimal = (description: string) => matching("^\\d{1,20}(\\.\\d{1,8})?$", description);

const oneOrder = nativeInput({ oid: text() }, "oid");

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
        major: decimal("Amount in coins; either this or minor."),
        minor: decimal("Amount in the currency."),
        price: decimal("Limit orders: price of one coin."),
        stop: decimal("Price of one coin from which on the order stands."),
        time_in_force: oneOf("goodtillcancelled", "fillorkill", "immediateorcancel", "postonly"),
        origin_id: text("Your own id of the order."),
      },
      "book",
      "side",
      "type",
    ),
  },
  bitso_get_order: {
    description:
      "Reads an order that is open, and what of it is unfilled. One that is filled or cancelled is not there.",
    input: oneOrder,
  },
  bitso_cancel_order: { description: "Cancels what of an order is still open.", input: oneOrder },
  bitso_get_balances: {
    description: "Reads what the account holds of each currency and coin.",
    input: nativeInput({}),
  },
  bitso_create_withdrawal: {
    description: "Takes money out of the account: pesos by SPEI, reais by Pix, coins to an address.",
    sharesReference: "origin_id",
    input: nativeInput(
      {
        currency: text("Such as mxn, brl, usdc."),
        asset: text("As the currency."),
        amount: matching("^\\d{1,20}(\\.\\d{1,18})?$", "Such as 200.50."),
        method: text("As withdrawal_methods lists it."),
        network: text("Such as spei, pix, solana."),
        protocol: text("Such as clabe, pix_ind, spl."),
        integration: text(),
        clabe: text("SPEI: 18 digits."),
        beneficiary: text("SPEI: name of the receiver."),
        numeric_ref: matching("^\\d{1,7}$", "SPEI: at most 7 digits."),
        notes_ref: shortText(40, "SPEI: shown to the receiver."),
        rfc: text("SPEI: RFC or CURP of the receiver."),
        pix_key: text("Pix."),
        address: text("Coins."),
        max_fee: text(),
        origin_id: shortText(64, "Your own id of the withdrawal."),
      },
      "currency",
      "amount",
      "network",
    ),
  },
});
