import type { ArgumentLimit } from "@codespar/backend/ports";
import { defineTools } from "../tools/define-tools.ts";
import {
  flag,
  integer,
  list,
  listOf,
  nativeInput,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

/** Up to 50 keys of 40 characters, values of 500 (doc: docs.stripe.com/api/metadata). */
const metadata = {
  type: "object",
  maxProperties: 50,
  additionalProperties: { type: "string", maxLength: 500 },
};
/** Eight digits at most (doc: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const LARGEST = 99_999_999;
/** The least that can be charged, by currency (same page). */
const minimums: Readonly<Record<string, number>> = { brl: 50, mxn: 1_000, usd: 50 };

function minimumCharges(path: string, currency: string): ArgumentLimit[] {
  return Object.entries(minimums).map(([code, minimum]) => ({
    path,
    minimum,
    when: { [currency]: [code, code.toUpperCase()] },
  }));
}
const expand = list(text(), "Fields to show in full, such as latest_charge.refunds.");
const address = object({
  city: text(),
  country: text("Two letters."),
  line1: text(),
  line2: text(),
  postal_code: text(),
  state: text(),
});
const paymentMethodType = oneOf("card", "pix", "boleto", "oxxo");
const paymentMethodData = object({
  type: paymentMethodType,
  card: object({ token: text("A card token such as tok_visa.") }),
  boleto: object({ tax_id: text("CPF or CNPJ of the payer.") }),
  pix: object({}),
  oxxo: object({}),
  billing_details: object({ name: text(), email: text(), phone: text(), address, tax_id: text() }),
});
const paymentMethodOptions = object({
  card: object({
    installments: object({
      enabled: flag(),
      plan: object({ type: oneOf("fixed_count"), interval: oneOf("month"), count: integer() }),
    }),
  }),
  pix: object({ expires_after_seconds: within(10, 1_209_600, "10 to 1209600.") }),
  boleto: object({ expires_after_days: within(0, 60, "0 to 60.") }),
  oxxo: object({ expires_after_days: within(1, 7, "1 to 7.") }),
});
const priceData = object({
  currency: text("Lower case."),
  unit_amount: within(0, LARGEST, "Minor units."),
  product: text(),
  product_data: object({
    name: shortText(5_000),
    description: shortText(40_000),
    images: listOf(text(), [0, 8]),
    metadata,
  }),
  recurring: object({ interval: oneOf("day", "week", "month", "year"), interval_count: integer() }),
});
const paging = {
  limit: within(1, 100, "1 to 100."),
  starting_after: text("Id of the last object of the page before."),
  ending_before: text(),
  expand,
};

const createdRange = object({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });

const byId = nativeInput({ id: text(), expand }, "id");

/** The native tools of Stripe. */
export const stripeTools = defineTools({
  stripe_create_payment_intent: {
    description:
      "Creates a payment intent by card, Pix, boleto or OXXO; with confirm it starts at once. Minor units.",
    input: nativeInput(
      {
        amount: within(1, LARGEST, "Minor units: at least 50 in brl and usd, 1000 in mxn."),
        currency: text("Lower case: brl, mxn or usd."),
        confirm: flag(),
        capture_method: oneOf("automatic", "automatic_async", "manual"),
        payment_method: text("A card token such as tok_visa."),
        allowed_payment_method_types: list(paymentMethodType),
        payment_method_types: list(paymentMethodType, "Its name in older versions of the API."),
        payment_method_data: paymentMethodData,
        payment_method_options: paymentMethodOptions,
        automatic_payment_methods: object({ enabled: flag(), allow_redirects: oneOf("always", "never") }),
        customer: text("Customer id, cus_…."),
        description: shortText(1_000),
        metadata,
        receipt_email: text(),
        return_url: text(),
        off_session: flag(),
        setup_future_usage: oneOf("off_session", "on_session"),
        statement_descriptor: shortText(22),
        statement_descriptor_suffix: shortText(22),
        expand,
      },
      "amount",
      "currency",
    ),
    limits: minimumCharges("amount", "currency"),
  },
  stripe_get_payment_intent: {
    description: "Reads one payment intent; expand latest_charge to see card and refunds.",
    input: byId,
  },
  stripe_confirm_payment_intent: {
    description: "Starts a payment intent that was created without confirm.",
    input: nativeInput(
      {
        id: text(),
        payment_method: text(),
        payment_method_data: paymentMethodData,
        payment_method_options: paymentMethodOptions,
        return_url: text(),
        off_session: flag(),
        expand,
      },
      "id",
    ),
  },
  stripe_cancel_payment_intent: {
    description: "Cancels a payment intent that is not yet paid.",
    input: nativeInput(
      {
        id: text(),
        cancellation_reason: oneOf("duplicate", "fraudulent", "requested_by_customer", "abandoned"),
        expand,
      },
      "id",
    ),
  },
  stripe_capture_payment_intent: {
    description:
      "Takes what a payment intent of manual capture holds, whole or in part; the rest is released.",
    input: nativeInput(
      { id: text(), amount_to_capture: integer("Minor units. Default: all that is held."), metadata, expand },
      "id",
    ),
  },
  stripe_list_payment_intents: {
    description: "Lists payment intents, newest first.",
    input: nativeInput({ customer: text(), created: createdRange, ...paging }),
  },
  stripe_create_refund: {
    description: "Gives a payment back, whole or in part.",
    input: nativeInput({
      payment_intent: text("Payment intent id, pi_…; or give charge."),
      charge: text("Charge id, ch_…."),
      amount: within(1, LARGEST, "Minor units. Default: all that is left."),
      reason: oneOf("duplicate", "fraudulent", "requested_by_customer"),
      metadata,
      expand,
    }),
  },
  stripe_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({
      name: shortText(256),
      email: shortText(512),
      phone: shortText(20),
      description: shortText(5_000),
      address,
      metadata,
      expand,
    }),
  },
  stripe_list_customers: {
    description: "Lists customers, newest first.",
    input: nativeInput({ email: text(), ...paging }),
  },
  stripe_create_checkout_session: {
    description: "Creates a hosted payment page. Minor units.",
    input: nativeInput(
      {
        mode: oneOf("payment", "setup", "subscription"),
        line_items: list(object({ price: text(), price_data: priceData, quantity: integer() })),
        allowed_payment_method_types: list(paymentMethodType),
        payment_method_types: list(paymentMethodType, "Its name in older versions of the API."),
        success_url: text(),
        cancel_url: text(),
        customer: text(),
        customer_email: text(),
        client_reference_id: shortText(200, "Your own id of the order."),
        payment_intent_data: object({ description: shortText(1_000), metadata }),
        expires_at: integer("Seconds since the epoch, from half an hour to a day ahead."),
        locale: text(),
        ui_mode: text(),
        metadata,
        expand,
      },
      "line_items",
    ),
    sharesReference: "client_reference_id",
  },
  stripe_get_checkout_session: { description: "Reads one hosted payment page.", input: byId },
  stripe_list_checkout_sessions: {
    description: "Lists hosted payment pages, newest first.",
    input: nativeInput({
      status: oneOf("open", "complete", "expired"),
      payment_intent: text(),
      customer: text(),
      created: createdRange,
      ...paging,
    }),
  },
  stripe_create_payment_link: {
    description: "Creates a link that can be paid many times.",
    input: nativeInput(
      {
        line_items: list(object({ price: text(), quantity: integer() })),
        after_completion: object({
          type: oneOf("hosted_confirmation", "redirect"),
          redirect: object({ url: shortText(2_048) }),
        }),
        metadata,
        expand,
      },
      "line_items",
    ),
  },
  stripe_create_subscription: {
    description: "Subscribes a customer to one or more prices.",
    input: nativeInput(
      {
        customer: text("Customer id, cus_…."),
        items: list(object({ price: text("Price id, price_…."), quantity: integer() }, "price")),
        payment_behavior: oneOf(
          "allow_incomplete",
          "default_incomplete",
          "error_if_incomplete",
          "pending_if_incomplete",
        ),
        default_payment_method: text(),
        trial_period_days: integer(),
        collection_method: oneOf("charge_automatically", "send_invoice"),
        days_until_due: integer(),
        description: shortText(500),
        metadata,
        expand,
      },
      "customer",
      "items",
    ),
  },
  stripe_cancel_subscription: {
    description: "Ends a subscription at once.",
    input: nativeInput({ id: text(), invoice_now: flag(), prorate: flag() }, "id"),
  },
  stripe_create_product: {
    description: "Creates a product.",
    input: nativeInput(
      {
        name: shortText(5_000),
        description: shortText(40_000),
        active: flag(),
        images: listOf(text(), [0, 8]),
        url: text(),
        metadata,
      },
      "name",
    ),
  },
  stripe_create_price: {
    description: "Creates a price of a product, once or recurring. Minor units.",
    input: nativeInput(
      {
        product: text("Product id, prod_…; or give product_data."),
        product_data: object({ name: text(), metadata }),
        currency: text("Lower case."),
        unit_amount: within(0, LARGEST, "Minor units."),
        nickname: shortText(5_000),
        lookup_key: shortText(200),
        recurring: object({ interval: oneOf("day", "week", "month", "year"), interval_count: integer() }),
        metadata,
      },
      "currency",
    ),
  },
  stripe_list_prices: {
    description: "Lists prices, newest first.",
    input: nativeInput({ product: text(), active: flag(), ...paging }),
  },
  stripe_create_invoice: {
    description: "Creates a draft invoice for a customer.",
    input: nativeInput(
      {
        customer: text("Customer id, cus_…."),
        collection_method: oneOf("charge_automatically", "send_invoice"),
        days_until_due: integer(),
        auto_advance: flag(),
        currency: text("Lower case."),
        description: shortText(1_500),
        metadata,
      },
      "customer",
    ),
  },
  stripe_finalize_invoice: {
    description: "Finalizes a draft invoice.",
    input: nativeInput({ id: text(), auto_advance: flag() }, "id"),
  },
  stripe_get_balance: {
    description: "Reads the account's balance by currency, in minor units.",
    input: nativeInput({}),
  },
  stripe_list_disputes: {
    description: "Lists disputes.",
    input: nativeInput({ charge: text(), payment_intent: text(), ...paging }),
  },
});
