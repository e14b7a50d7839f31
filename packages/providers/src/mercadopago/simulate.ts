import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, randomNumberText, toMajorUnits } from "@codespar/formats";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { CallContext, Refusal, SimulationContext } from "../simulation/provider-definition.ts";
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
import { mercadopagoTools } from "./tools.ts";

/** Mercado Pago in five countries: major units, numeric ids, local times with milliseconds. */
export const mercadopagoSimulation = defineSimulation({
  id: "mercadopago",
  tools: mercadopagoTools,
  handlers: {
    mercadopago_create_payment: createPayment,
    mercadopago_get_payment: getPayment,
    mercadopago_search_payments: searchPayments,
    mercadopago_cancel_payment: cancelPayment,
    mercadopago_create_refund: createRefund,
    mercadopago_create_preference: createPreference,
    mercadopago_get_preference: getPreference,
    mercadopago_create_customer: createCustomer,
    mercadopago_list_customers(args, context) {
      const email = textAt(args, "email");
      const all = context.list<JsonObject>("customer");
      const results = all.filter((customer) => email === undefined || customer.email === email);
      return { paging: { total: results.length, limit: results.length, offset: 0 }, results };
    },
    mercadopago_get_balance: getBalance,
  },
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
