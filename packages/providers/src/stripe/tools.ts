import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const anyObject = object({});

const byId = nativeInput({ id: text(), expand: list(text()) }, "id");

/** The native tools of Stripe. */
export const stripeTools = defineTools({
  stripe_create_payment_intent: {
    description:
      "Creates a payment intent by card, Pix, boleto or OXXO; with confirm it starts at once. Minor units.",
    input: nativeInput(
      {
        amount: integer("Minor units."),
        currency: text("Lower case: brl, mxn or usd."),
        confirm: flag(),
        payment_method: text("A card token such as tok_visa."),
        payment_method_types: list(oneOf("card", "pix", "boleto", "oxxo")),
        payment_method_data: anyObject,
        payment_method_options: anyObject,
        customer: text(),
        description: text(),
        metadata: anyObject,
        expand: list(text()),
      },
      "amount",
      "currency",
    ),
  },
  stripe_get_payment_intent: {
    description: "Reads one payment intent; expand latest_charge to see card and refunds.",
    input: byId,
  },
  stripe_confirm_payment_intent: {
    description: "Starts a payment intent that was created without confirm.",
    input: nativeInput({ id: text(), payment_method: text(), payment_method_data: anyObject }, "id"),
  },
  stripe_cancel_payment_intent: {
    description: "Cancels a payment intent that is not yet paid.",
    input: nativeInput({ id: text(), cancellation_reason: text() }, "id"),
  },
  stripe_create_refund: {
    description: "Gives a payment back, whole or in part.",
    input: nativeInput({
      payment_intent: text(),
      charge: text(),
      amount: integer("Minor units. Default: all that is left."),
      reason: text(),
    }),
  },
  stripe_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({ name: text(), email: text(), phone: text(), metadata: anyObject }),
  },
  stripe_list_customers: {
    description: "Lists customers, newest first.",
    input: nativeInput({ email: text(), limit: integer() }),
  },
  stripe_create_checkout_session: {
    description: "Creates a hosted payment page. Minor units.",
    input: nativeInput(
      {
        mode: oneOf("payment", "setup", "subscription"),
        line_items: list(object({ price: text(), price_data: anyObject, quantity: integer() })),
        payment_method_types: list(oneOf("card", "pix", "boleto", "oxxo")),
        success_url: text(),
        cancel_url: text(),
        customer_email: text(),
        client_reference_id: text(),
        payment_intent_data: anyObject,
        expires_at: integer("Seconds since the epoch."),
        metadata: anyObject,
      },
      "line_items",
    ),
  },
  stripe_get_checkout_session: { description: "Reads one hosted payment page.", input: byId },
  stripe_create_payment_link: {
    description: "Creates a link that can be paid many times.",
    input: nativeInput({ line_items: list(object({ price: text(), quantity: integer() })) }, "line_items"),
  },
  stripe_create_subscription: {
    description: "Subscribes a customer to one or more prices.",
    input: nativeInput(
      {
        customer: text("Customer id, cus_…."),
        items: list(object({ price: text("Price id, price_…."), quantity: integer() }, "price")),
        trial_period_days: integer(),
        collection_method: oneOf("charge_automatically", "send_invoice"),
        metadata: anyObject,
      },
      "customer",
      "items",
    ),
  },
  stripe_cancel_subscription: {
    description: "Ends a subscription at once.",
    input: nativeInput({ id: text() }, "id"),
  },
  stripe_create_product: {
    description: "Creates a product.",
    input: nativeInput({ name: text(), description: text(), metadata: anyObject }, "name"),
  },
  stripe_create_price: {
    description: "Creates a price of a product, once or recurring. Minor units.",
    input: nativeInput(
      {
        product: text(),
        currency: text(),
        unit_amount: integer("Minor units."),
        recurring: object({ interval: oneOf("day", "week", "month", "year"), interval_count: integer() }),
      },
      "product",
      "currency",
    ),
  },
  stripe_list_prices: {
    description: "Lists prices, newest first.",
    input: nativeInput({ product: text(), limit: integer() }),
  },
  stripe_create_invoice: {
    description: "Creates a draft invoice for a customer.",
    input: nativeInput({ customer: text(), description: text(), metadata: anyObject }, "customer"),
  },
  stripe_finalize_invoice: {
    description: "Finalizes a draft invoice.",
    input: nativeInput({ id: text() }, "id"),
  },
  stripe_get_balance: {
    description: "Reads the account's balance by currency, in minor units.",
    input: nativeInput({}),
  },
  stripe_list_disputes: {
    description: "Lists disputes; the sandbox has none.",
    input: nativeInput({ payment_intent: text(), limit: integer() }),
  },
});
