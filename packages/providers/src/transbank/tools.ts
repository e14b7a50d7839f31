import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, oneOf, shortText, text, within } from "../tools/native-input.ts";

/** Amounts have 17 digits at most (spec); a double holds fifteen of them exactly. */
const LARGEST = 999_999_999_999_999;

/** The native tools of Transbank Webpay. */
export const transbankTools = defineTools({
  transbank_create_transaction: {
    description:
      "Starts a Webpay Plus transaction: post token_ws to the url. The amount is in whole pesos (CLP).",
    input: nativeInput(
      {
        buy_order: shortText(26, "Your own id of the order, at most 26 characters."),
        session_id: shortText(61, "At most 61 characters."),
        amount: within(1, LARGEST, "Pesos."),
        return_url: shortText(256, "Where the payer comes back to. Default: a page of the sandbox."),
      },
      "buy_order",
      "session_id",
      "amount",
    ),
  },
  transbank_get_transaction: {
    description: "Reads a Webpay transaction by its token.",
    input: nativeInput({ token: text() }, "token"),
  },
  transbank_commit_transaction: {
    description:
      "Confirms a Webpay transaction when its payer is back; in the sandbox the payer pays at that moment.",
    input: nativeInput({ token: text() }, "token"),
  },
  transbank_refund_transaction: {
    description:
      "Reverses or nullifies a transaction, whole or in part. Amount 0 closes a Webpay form that nobody has paid yet.",
    input: nativeInput({ token: text(), amount: integer("Pesos.") }, "token", "amount"),
  },
  transbank_capture_transaction: {
    description: "Captures an authorised transaction of deferred capture.",
    input: nativeInput(
      { token: text(), buy_order: text(), authorization_code: text(), capture_amount: integer("Pesos.") },
      "token",
      "capture_amount",
    ),
  },
  transbank_create_inscription: {
    description: "Starts the registration of a card for Oneclick.",
    input: nativeInput({ username: text(), email: text(), response_url: text() }, "username", "email"),
  },
  transbank_delete_inscription: {
    description: "Removes a card from Oneclick.",
    input: nativeInput({ tbk_user: text(), username: text() }, "tbk_user", "username"),
  },
  transbank_get_oneclick: {
    description: "Reads a Oneclick transaction by its buy_order.",
    input: nativeInput({ buy_order: text("The parent's, at most 26 characters.") }, "buy_order"),
  },
  transbank_refund_oneclick: {
    description: "Reverses or nullifies a Oneclick transaction, whole or in part.",
    input: nativeInput(
      {
        buy_order: text("The parent's."),
        commerce_code: text("The shop inside the mall."),
        detail_buy_order: text("The shop's own."),
        amount: integer("Pesos."),
      },
      "buy_order",
      "commerce_code",
      "detail_buy_order",
      "amount",
    ),
  },
  transbank_authorize_oneclick: {
    description: "Charges a registered card (Oneclick Mall). Amounts are in whole pesos (CLP).",
    input: nativeInput(
      {
        username: text(),
        tbk_user: text("The registered card."),
        buy_order: shortText(26, "Unique, at most 26 characters."),
        details: list(
          object(
            {
              commerce_code: text(),
              buy_order: shortText(26, "Your own id of the order, at most 26 characters."),
              amount: within(1, LARGEST, "Pesos."),
              installments_number: integer(),
              payment_type_code: oneOf("VN", "VD"),
            },
            "amount",
          ),
          "One. VD makes the sandbox's card a debit card; at Transbank the card itself decides.",
        ),
      },
      "buy_order",
      "details",
    ),
  },
});
