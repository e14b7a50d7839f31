import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, randomNumberText, toMajorUnits } from "@codespar/formats";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import {
  type CallContext,
  defineServer,
  type Refusal,
  type SimulatedTool,
  type SimulationContext,
} from "../simulation/provider-definition.ts";
import {
  cancelPayment,
  createPayment,
  createRefund,
  getPayment,
  institution,
  invalid,
  localTime,
  newPaymentId,
  readCurrency,
  searchPayments,
} from "./payment.ts";
import { createPreference, getPreference } from "./preference.ts";

const anyObject = object({});
const paymentId = { type: ["integer", "string"], description: "Payment id." };

const tools: Record<string, SimulatedTool> = {
  mercadopago_create_payment: {
    description: "Creates a payment by Pix, boleto, card, SPEI, OXXO, PSE or wallet. Major units.",
    input: nativeInput(
      {
        transaction_amount: number("Major units, such as 159.9."),
        currency_id: text("BRL, MXN, ARS, COP or CLP. Default: BRL."),
        payment_method_id: text(
          "pix, bolbradesco, clabe, oxxo, pse, account_money, or a card brand such as visa.",
        ),
        payment_type_id: oneOf("credit_card", "debit_card"),
        token: text("Card token."),
        installments: integer(),
        description: text(),
        external_reference: text("Your own id of the order."),
        date_of_expiration: text("ISO 8601 with offset."),
        payer: anyObject,
      },
      "transaction_amount",
    ),
    handle: createPayment,
  },
  mercadopago_get_payment: {
    description: "Reads one payment.",
    input: nativeInput({ id: paymentId }, "id"),
    handle: getPayment,
  },
  mercadopago_search_payments: {
    description: "Searches payments, newest first.",
    input: nativeInput({ external_reference: text(), status: text(), offset: integer(), limit: integer() }),
    handle: searchPayments,
  },
  mercadopago_cancel_payment: {
    description: "Cancels a payment that is not yet paid.",
    input: nativeInput({ id: paymentId }, "id"),
    handle: cancelPayment,
  },
  mercadopago_create_refund: {
    description: "Gives a payment back, whole or in part.",
    input: nativeInput(
      { payment_id: paymentId, amount: number("Major units. Default: all that is left.") },
      "payment_id",
    ),
    handle: createRefund,
  },
  mercadopago_create_preference: {
    description: "Creates a hosted payment page (Checkout Pro). Major units.",
    input: nativeInput(
      {
        items: list(
          object({
            title: text(),
            quantity: integer(),
            unit_price: number("Major units."),
            currency_id: text(),
          }),
        ),
        payment_methods: object({ excluded_payment_types: list(object({ id: text() })) }),
        payer: anyObject,
        back_urls: object({ success: text(), pending: text(), failure: text() }),
        external_reference: text(),
        additional_info: text(),
        expires: flag(),
        expiration_date_to: text("ISO 8601 with offset."),
      },
      "items",
    ),
    handle: createPreference,
  },
  mercadopago_get_preference: {
    description: "Reads one hosted payment page.",
    input: nativeInput({ id: text() }, "id"),
    handle: getPreference,
  },
  mercadopago_create_customer: {
    description: "Creates a customer.",
    input: nativeInput(
      { email: text(), first_name: text(), last_name: text(), identification: anyObject },
      "email",
    ),
    handle: createCustomer,
  },
  mercadopago_list_customers: {
    description: "Lists customers.",
    input: nativeInput({ email: text() }),
    handle(args, context) {
      const email = textAt(args, "email");
      const all = context.list<JsonObject>("customer");
      const results = all.filter((customer) => email === undefined || customer.email === email);
      return { paging: { total: results.length, limit: results.length, offset: 0 }, results };
    },
  },
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
    input: nativeInput({ card_id: text(), customer_id: text() }, "card_id"),
  },
  mercadopago_get_balance: {
    description: "Reads the account's balance in one currency. Major units.",
    input: nativeInput({ currency_id: text("Default: BRL.") }),
    handle: getBalance,
  },
};

/** Mercado Pago in five countries: major units, numeric ids, local times with milliseconds. */
export const mercadopago = defineServer({
  id: "mercadopago",
  tools,
  due: {
    ...chargeDue,
    ...checkoutDue((checkout, context) => ({
      id: newPaymentId(context),
      institution,
      native: { payer: checkout.native?.payer ?? {} },
    })),
  },
});

function createCustomer(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const email = textAt(args, "email");
  if (email === undefined) return invalid("email");
  const id = `${randomNumberText(context.random, 10)}-${randomAlphanumerics(context.random, 14)}`;
  const customer: JsonObject = {
    id,
    email,
    first_name: textAt(args, "first_name") ?? null,
    last_name: textAt(args, "last_name") ?? null,
    date_created: localTime(context.now, "BRL"),
    live_mode: false,
  };
  context.put("customer", id, customer);
  return customer;
}

function getBalance(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const currency = readCurrency(args);
  if (currency === undefined) return invalid("currency_id");
  const amount = receivedAmount(context, currency);
  return { currency_id: currency, available_balance: toMajorUnits(amount, currency) };
}
