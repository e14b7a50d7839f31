import type { Json, JsonObject } from "@codespar/contract";
import { chargeDue, listCharges } from "../engines/payments/change-charge.ts";
import { refundedAmount } from "../engines/payments/charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { createSession, readSession } from "./checkout-session.ts";
import {
  cancelIntent,
  confirmIntent,
  createIntent,
  createRefund,
  getIntent,
  institution,
  intentFields,
  newIntentId,
} from "./payment-intent.ts";
import {
  cancelSubscription,
  createCustomer,
  createPrice,
  createProduct,
  createSubscription,
  listOf,
} from "./subscription.ts";
import { stripeTools } from "./tools.ts";

/** Stripe, Brazil and Mexico: minor units, seconds since the epoch, ids such as `pi_3Nq…`. */
export const stripeSimulation = defineSimulation({
  id: "stripe",
  tools: stripeTools,
  handlers: {
    stripe_create_payment_intent: createIntent,
    stripe_get_payment_intent: getIntent,
    stripe_confirm_payment_intent: confirmIntent,
    stripe_cancel_payment_intent: cancelIntent,
    stripe_create_refund: createRefund,
    stripe_create_customer: createCustomer,
    stripe_list_customers(args, context) {
      const email = textAt(args, "email");
      const customers = context.list<JsonObject>("customer");
      const matching = customers.filter((customer) => email === undefined || customer.email === email);
      return listOf(args, matching, "/v1/customers");
    },
    stripe_create_checkout_session: createSession,
    stripe_get_checkout_session: readSession,
    stripe_create_subscription: createSubscription,
    stripe_cancel_subscription: cancelSubscription,
    stripe_create_product: createProduct,
    stripe_create_price: createPrice,
    stripe_list_prices(args, context) {
      const product = textAt(args, "product");
      const prices = context.list<JsonObject>("price");
      const matching = prices.filter((price) => product === undefined || price.product === product);
      return listOf(args, matching, "/v1/prices");
    },
    stripe_get_balance: (_args, context) => ({
      object: "balance",
      livemode: false,
      available: balances(context),
      pending: [],
    }),
    stripe_list_disputes: (args) => listOf(args, [], "/v1/disputes"),
  },
  due: {
    ...chargeDue,
    ...checkoutDue((checkout, context) => {
      const id = newIntentId(context);
      return { id, institution, native: intentFields(checkout.native ?? {}, id, context) };
    }),
  },
});

function balances(context: SimulationContext): Json[] {
  const sums = new Map<string, number>();
  for (const charge of listCharges(context)) {
    if (charge.paidAt === undefined) continue;
    const currency = charge.currency.toLowerCase();
    sums.set(currency, (sums.get(currency) ?? 0) + charge.amount - refundedAmount(charge));
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
