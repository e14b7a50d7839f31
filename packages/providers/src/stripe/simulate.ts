import { chargeDue } from "../engines/payments/change-charge.ts";
import { checkoutDue } from "../engines/payments/checkout.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { describeStripeArgument } from "./argument-error.ts";
import { describeBalance } from "./balance.ts";
import { createSession, listSessions, readSession } from "./checkout-session.ts";
import { createCustomer, listCustomers } from "./customer.ts";
import { listDisputes } from "./dispute.ts";
import { createInvoice, finalizeInvoice } from "./invoice.ts";
import { getTerms } from "./money-terms.ts";
import {
  cancelIntent,
  captureIntent,
  confirmIntent,
  createIntent,
  createRefund,
  getIntent,
  institution,
  intentFields,
  listIntents,
  newIntentId,
} from "./payment-intent.ts";
import { createPaymentLink } from "./payment-link.ts";
import { payoutDue } from "./payout.ts";
import { createPrice, createProduct, listPrices } from "./product.ts";
import { cancelSubscription, createSubscription } from "./subscription.ts";
import { stripeTools } from "./tools.ts";

/** Stripe, Brazil and Mexico: minor units, seconds since the epoch, ids such as `pi_3Nq…`. */
export const stripeSimulation = defineSimulation({
  id: "stripe",
  tools: stripeTools,
  describeArgumentIssue: describeStripeArgument,
  handlers: {
    stripe_create_payment_intent: createIntent,
    stripe_get_payment_intent: getIntent,
    stripe_confirm_payment_intent: confirmIntent,
    stripe_cancel_payment_intent: cancelIntent,
    stripe_capture_payment_intent: captureIntent,
    stripe_list_payment_intents: listIntents,
    stripe_create_refund: createRefund,
    stripe_create_customer: createCustomer,
    stripe_list_customers: listCustomers,
    stripe_create_checkout_session: (args, context) => createSession(args, context),
    stripe_get_checkout_session: readSession,
    stripe_list_checkout_sessions: listSessions,
    stripe_create_payment_link: createPaymentLink,
    stripe_create_subscription: createSubscription,
    stripe_cancel_subscription: cancelSubscription,
    stripe_create_product: createProduct,
    stripe_create_price: createPrice,
    stripe_list_prices: listPrices,
    stripe_create_invoice: createInvoice,
    stripe_finalize_invoice: finalizeInvoice,
    stripe_get_balance: (_args, context) => describeBalance(context),
    stripe_list_disputes: listDisputes,
  },
  due: {
    ...chargeDue,
    ...payoutDue,
    ...checkoutDue((checkout, context) => {
      const id = newIntentId(context);
      return {
        id,
        institution,
        native: intentFields(checkout.native ?? {}, id, context),
        moneyOf: (method) => getTerms(method, checkout.currency),
      };
    }),
  },
});
