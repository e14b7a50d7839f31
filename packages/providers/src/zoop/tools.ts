import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

const transactionFields = {
  amount: integer("Cents."),
  currency: oneOf("BRL"),
  description: text(),
  reference_id: text("Your own id of the order."),
  on_behalf_of: text("Seller id. Default: the connection's."),
  customer: text("Buyer id."),
};

/** What is paid more after the due date of a boleto, or less before it: cents, or percent. */
const billing = {
  late_fee: object({ mode: oneOf("FIXED", "PERCENTAGE"), amount: integer(), percentage: integer() }),
  interest: object({ mode: oneOf("MONTHLY_PERCENTAGE"), percentage: integer() }),
  discount: list(
    object({
      mode: oneOf("FIXED", "PERCENTAGE"),
      amount: integer(),
      percentage: integer(),
      limit_date: text(),
    }),
  ),
};

/** The native tools of Zoop. */
export const zoopTools = defineTools({
  zoop_create_transaction: {
    description: "Creates a transaction by Pix, boleto or credit card. Amounts are in cents.",
    input: nativeInput(
      {
        ...transactionFields,
        payment_type: oneOf("pix", "boleto", "credit"),
        token: text("Card token."),
        capture: flag("Card only: false holds the amount until it is captured."),
        installment_plan: object({ mode: oneOf("interest_free"), number_installments: integer() }),
        statement_descriptor: shortText(22),
        payment_method: object({
          expiration_date: text("Due date of a boleto, YYYY-MM-DD."),
          payment_limit_date: text("The last day on which it can be paid, YYYY-MM-DD."),
          billing_instructions: object(billing),
          body_instructions: list(text()),
        }),
        pix_expiration_date_time: text("ISO 8601."),
      },
      "amount",
      "payment_type",
    ),
    sharesReference: "reference_id",
  },
  zoop_get_transaction: {
    description: "Reads one transaction of any payment type.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  zoop_list_transactions: {
    description: "Lists transactions, newest first.",
    input: nativeInput({
      limit: integer("At most 100."),
      offset: integer(),
      status: text(),
      sort: text("time-descending."),
    }),
  },
  zoop_capture_transaction: {
    // POST /transactions/{id}/capture, beside /void (imobanco/zoop-wrapper, community)
    description:
      "Takes what a transaction that was not captured holds, whole or in part; the rest is released.",
    input: nativeInput(
      {
        transaction_id: text(),
        on_behalf_of: text(),
        amount: integer("Cents."),
      },
      "transaction_id",
      "amount",
    ),
  },
  zoop_refund_transaction: {
    description:
      "Voids a transaction (estorno): a card that was charged in whole or in part, everything else as a whole. Releases a card that is only authorised.",
    input: nativeInput(
      {
        transaction_id: text(),
        on_behalf_of: text(),
        amount: integer("Cents."),
      },
      "transaction_id",
      "amount",
    ),
  },
  zoop_create_pix_payment: {
    description: "Creates a Pix transaction with its QR code. Amounts are in cents.",
    input: nativeInput({ ...transactionFields, pix_expiration_date_time: text("ISO 8601.") }, "amount"),
    sharesReference: "reference_id",
  },
  zoop_get_pix_payment: {
    description: "Reads one Pix transaction with its QR code.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
  },
  zoop_create_buyer: {
    description: "Creates a buyer.",
    input: nativeInput(
      { first_name: text(), last_name: text(), taxpayer_id: text("CPF or CNPJ."), email: text() },
      "first_name",
    ),
  },
  zoop_create_seller: {
    description: "Creates a seller of the marketplace.",
    input: nativeInput({ taxpayer_id: text(), first_name: text(), email: text() }, "taxpayer_id"),
  },
  zoop_get_seller: {
    description: "Reads one seller.",
    input: nativeInput({ seller_id: text() }, "seller_id"),
  },
  zoop_list_sellers: {
    description: "Lists sellers.",
    input: nativeInput({ limit: integer(), offset: integer() }),
  },
  zoop_create_split_rule: {
    description: "Divides a transaction among sellers.",
    input: nativeInput(
      { transaction_id: text(), recipient: text(), amount: integer("Cents."), percentage: integer() },
      "transaction_id",
      "recipient",
    ),
  },
  zoop_create_card_token: {
    description: "Makes a card token. Card numbers belong in Zoop's own form.",
    input: nativeInput({ holder_name: text(), expiration_month: text(), expiration_year: text() }),
  },
  zoop_create_transfer: {
    description: "Transfers a seller's balance to a bank account.",
    input: nativeInput({ bank_account_id: text(), amount: integer("Cents.") }, "bank_account_id", "amount"),
  },
  zoop_get_balance: {
    description: "Reads the seller's balance in cents.",
    input: nativeInput({ seller_id: text("Default: the connection's.") }),
  },
  zoop_get_receivables: {
    description: "Lists what a seller will receive.",
    input: nativeInput({
      seller_id: text("Default: the connection's."),
      limit: integer(),
      offset: integer(),
    }),
  },
});
