import type { JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { getBalance as getPosted } from "../engines/payments/ledger.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { Refusal, SimulationContext } from "../simulation/provider-definition.ts";
import { describeMercadopagoArgument } from "./argument-error.ts";
import { createCardToken } from "./card-token.ts";
import { createCustomer, listCustomers } from "./customer.ts";
import { getTerms } from "./money-terms.ts";
import {
  cancelPayment,
  capturePayment,
  createPayment,
  createRefund,
  getPayment,
  institution,
  invalid,
  newPaymentId,
  readCurrency,
  searchPayments,
} from "./payment.ts";
import { listPaymentMethods } from "./payment-method.ts";
import {
  createPreference,
  getMerchantOrder,
  getPreference,
  paymentFields,
  searchPreferences,
} from "./preference.ts";
import { cancelSubscription, createSubscription, getSubscription } from "./subscription.ts";
import { mercadopagoTools } from "./tools.ts";

/** Mercado Pago in five countries: major units, numeric ids, local times with milliseconds. */
export const mercadopagoSimulation = defineSimulation({
  id: "mercadopago",
  tools: mercadopagoTools,
  describeArgumentIssue: describeMercadopagoArgument,
  handlers: {
    mercadopago_create_payment: createPayment,
    mercadopago_get_payment: getPayment,
    mercadopago_search_payments: searchPayments,
    mercadopago_capture_payment: capturePayment,
    mercadopago_cancel_payment: cancelPayment,
    mercadopago_create_refund: createRefund,
    mercadopago_create_preference: createPreference,
    mercadopago_get_preference: getPreference,
    mercadopago_search_preferences: searchPreferences,
    mercadopago_create_customer: createCustomer,
    mercadopago_list_customers: listCustomers,
    mercadopago_list_payment_methods: () => listPaymentMethods(),
    mercadopago_get_merchant_order: getMerchantOrder,
    mercadopago_create_subscription: createSubscription,
    mercadopago_get_subscription: getSubscription,
    mercadopago_cancel_subscription: cancelSubscription,
    mercadopago_create_card_token: createCardToken,
    mercadopago_get_balance: getBalance,
  },
  due: {
    ...chargeDue,
    ...checkoutDue((checkout, context) => ({
      id: newPaymentId(context),
      institution,
      native: paymentFields(checkout),
      moneyOf: (method) => getTerms(method, checkout.currency),
    })),
  },
});

function getBalance(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const currency = readCurrency(args);
  if (currency === undefined) return invalid("currency_id");
  const amount = receivedAmount(context, currency);
  const unavailable = getPosted(context, "pending", currency);
  return {
    currency_id: currency,
    available_balance: toMajorUnits(amount, currency),
    unavailable_balance: toMajorUnits(unavailable, currency),
    total_amount: toMajorUnits(amount + unavailable, currency),
  };
}
