import type { ArgumentLimit } from "@codespar/backend/ports";
import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  flag,
  integer,
  list,
  listOf,
  nativeInput,
  number,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

const anyObject = object({});

/** Of `external_reference` (doc, its number remembered: unverified). */
const REFERENCE_LENGTH = 256;
const reference = shortText(REFERENCE_LENGTH, "Your own id of the order.");

/** Two decimals, and none where the country has none (doc: developers/es/support/37026, cause 4037). */
function decimalsOf(path: string, currency: string): ArgumentLimit[] {
  return [
    { path, when: { [currency]: ["COP", "CLP"] }, decimals: 0 },
    { path, decimals: 2 },
  ];
}

/** The least that each method takes, in Brazil (community: a partner's page of Mercado Pago's amounts). */
const minimums: readonly ArgumentLimit[] = [
  { methods: ["bolbradesco", "pec"], minimum: 4 },
  { methods: ["visa", "master", "elo", "hipercard", "amex", "debelo"], minimum: 0.5 },
].map(({ methods, minimum }) => ({
  path: "transaction_amount",
  when: { payment_method_id: methods, currency_id: ["BRL", null] },
  minimum,
}));
/** A card that is named by its type alone. */
const cardMinimum: ArgumentLimit = {
  path: "transaction_amount",
  when: { payment_type_id: ["credit_card", "debit_card"], currency_id: ["BRL", null] },
  minimum: 0.5,
};

const paymentId = { type: ["integer", "string"], description: "Payment id." };

/** The native tools of Mercado Pago. */
export const mercadopagoTools = defineTools({
  mercadopago_create_payment: {
    description: "Creates a payment by Pix, boleto, card, SPEI, OXXO, PSE or wallet. Major units.",
    input: nativeInput(
      {
        transaction_amount: atLeast(0.01, "Major units, such as 159.9; no decimals in COP and CLP."),
        currency_id: text("BRL, MXN, ARS, COP or CLP. Default: BRL."),
        payment_method_id: text(
          "pix, bolbradesco, clabe, oxxo, pse, account_money, or a card brand such as visa.",
        ),
        payment_type_id: oneOf("credit_card", "debit_card"),
        token: text("Card token."),
        installments: within(1, 36),
        description: text(),
        external_reference: reference,
        date_of_expiration: text("ISO 8601 with offset."),
        issuer_id: text(),
        capture: flag("False only authorises a card."),
        binary_mode: flag(),
        statement_descriptor: text(),
        notification_url: text(),
        callback_url: text("PSE: where the payer returns to."),
        additional_info: anyObject,
        metadata: anyObject,
        transaction_details: object({ financial_institution: text("PSE: the payer's bank.") }),
        payer: object({
          email: text("Required by the live API."),
          first_name: text(),
          last_name: text(),
          entity_type: oneOf("individual", "association"),
          identification: object({ type: text("CPF, CNPJ, DNI, CC …"), number: text() }),
          address: anyObject,
        }),
      },
      "transaction_amount",
    ),
    limits: [...decimalsOf("transaction_amount", "currency_id"), ...minimums, cardMinimum],
    sharesReference: "external_reference",
  },
  mercadopago_get_payment: { description: "Reads one payment.", input: nativeInput({ id: paymentId }, "id") },
  mercadopago_search_payments: {
    description: "Searches payments, newest first.",
    input: nativeInput({
      external_reference: text(),
      status: text(),
      sort: text(),
      criteria: oneOf("asc", "desc"),
      range: oneOf("date_created", "date_approved", "date_last_updated"),
      begin_date: text("ISO 8601 with offset."),
      end_date: text("ISO 8601 with offset."),
      offset: integer(),
      limit: integer(),
    }),
  },
  mercadopago_capture_payment: {
    description: "Takes what a card payment that was only authorised holds, whole or in part.",
    input: nativeInput(
      { id: paymentId, transaction_amount: number("Major units. Default: all that is held.") },
      "id",
    ),
  },
  mercadopago_cancel_payment: {
    description: "Cancels a payment that is not yet paid, or releases one that is only authorised.",
    input: nativeInput({ id: paymentId }, "id"),
  },
  mercadopago_create_refund: {
    description: "Gives a payment back, whole or in part.",
    input: nativeInput(
      { payment_id: paymentId, amount: atLeast(0.01, "Major units. Default: all that is left.") },
      "payment_id",
    ),
    limits: [{ path: "amount", decimals: 2 }],
  },
  mercadopago_create_preference: {
    description: "Creates a hosted payment page (Checkout Pro). Major units.",
    input: nativeInput(
      {
        items: listOf(
          object({
            id: text(),
            title: text(),
            description: text(),
            picture_url: text(),
            category_id: text(),
            quantity: integer(),
            unit_price: number("Major units."),
            currency_id: text(),
          }),
          [1],
        ),
        payment_methods: object({
          excluded_payment_methods: list(object({ id: text() })),
          excluded_payment_types: list(object({ id: text() })),
          installments: integer(),
        }),
        payer: anyObject,
        back_urls: object({ success: text(), pending: text(), failure: text() }),
        external_reference: reference,
        additional_info: text(),
        auto_return: text(),
        notification_url: text(),
        statement_descriptor: text(),
        metadata: anyObject,
        expires: flag(),
        expiration_date_to: text("ISO 8601 with offset."),
      },
      "items",
    ),
    limits: decimalsOf("items.*.unit_price", "items.*.currency_id"),
    sharesReference: "external_reference",
  },
  mercadopago_get_preference: {
    description: "Reads one hosted payment page.",
    input: nativeInput({ id: text() }, "id"),
  },
  mercadopago_search_preferences: {
    description: "Searches hosted payment pages, newest first; a result has a few fields alone.",
    input: nativeInput({ external_reference: text(), offset: integer(), limit: integer() }),
  },
  mercadopago_create_customer: {
    description: "Creates a customer.",
    input: nativeInput(
      { email: text(), first_name: text(), last_name: text(), identification: anyObject },
      "email",
    ),
  },
  mercadopago_list_customers: { description: "Lists customers.", input: nativeInput({ email: text() }) },
  mercadopago_list_payment_methods: {
    description: "Lists the payment methods of the account's countries.",
    input: nativeInput({}),
  },
  mercadopago_get_merchant_order: {
    description: "Reads the order behind a hosted payment page.",
    input: nativeInput({ id: text() }, "id"),
  },
  mercadopago_create_subscription: {
    description: "Creates a subscription (preapproval).",
    input: nativeInput({ reason: text(), payer_email: text(), auto_recurring: anyObject }, "reason"),
  },
  mercadopago_get_subscription: {
    description: "Reads one subscription.",
    input: nativeInput({ id: text() }, "id"),
  },
  mercadopago_cancel_subscription: {
    description: "Ends a subscription.",
    input: nativeInput({ id: text() }, "id"),
  },
  mercadopago_create_card_token: {
    description: "Makes a token of a stored card. Use tok_visa and the like in the sandbox.",
    input: nativeInput({ card_id: text(), customer_id: text() }),
  },
  mercadopago_get_balance: {
    description: "Reads the account's balance in one currency. Major units.",
    input: nativeInput(
      {
        user_id: text("The account's number, as the connection shows it."),
        currency_id: text("Default: BRL."),
      },
      "user_id",
    ),
  },
});
