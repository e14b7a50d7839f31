import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const lineItems = list(object({ name: text(), quantity: integer(), unit_price: integer("Centavos.") }));

const customerInfo = object({ customer_id: text(), name: text(), email: text(), phone: text() });

/** Any text; `reference` is your own id of the order, and `codespar_method: debit_card` makes the sandbox's card a debit card. */
const metadata = {
  type: "object",
  description: "Texts of your own, such as reference.",
  additionalProperties: { type: "string" },
};

/** The native tools of Conekta. */
export const conektaTools = defineTools({
  conekta_create_order: {
    description: "Creates an order with its charge by SPEI, OXXO or card. Amounts are in centavos of MXN.",
    input: nativeInput(
      {
        currency: oneOf("MXN"),
        customer_info: customerInfo,
        line_items: lineItems,
        charges: list(
          object({
            amount: integer("Centavos. Default: what the items add up to."),
            payment_method: object(
              {
                type: oneOf("spei", "oxxo_cash", "cash", "card"),
                token_id: text(),
                monthly_installments: { ...integer("Months without interest."), enum: [3, 6, 9, 12, 18] },
                expires_at: integer("Unix seconds."),
              },
              "type",
            ),
          }),
        ),
        metadata,
        pre_authorize: flag("Card only: holds the amount until it is captured."),
      },
      "currency",
      "line_items",
      "charges",
    ),
  },
  conekta_get_order: {
    description: "Reads one order with its charge.",
    input: nativeInput({ id: text() }, "id"),
  },
  conekta_list_orders: {
    description: "Lists orders, newest first.",
    input: nativeInput({
      payment_status: text(),
      search: text("Words in ids, references and metadata."),
      "created_at.gte": integer("Unix seconds."),
      "created_at.lte": integer("Unix seconds."),
      next: text("From next_page_url of the page before."),
      limit: integer("At most 250."),
    }),
  },
  conekta_capture_order: {
    description: "Takes what an order of pre_authorize holds, whole or in part; the rest is released.",
    input: nativeInput(
      { order_id: text(), amount: integer("Centavos. Default: all that is held.") },
      "order_id",
    ),
  },
  conekta_cancel_order: {
    description: "Cancels an order that is not yet paid, or releases one that is only authorised.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  conekta_create_charge: {
    description: "Adds a charge to an order.",
    input: nativeInput(
      { order_id: text(), amount: integer("Centavos."), payment_method: object({}) },
      "order_id",
    ),
  },
  conekta_refund_charge: {
    description:
      "Gives the charge of an order back, whole or in part. Amount 0 closes an order that nobody has paid yet.",
    input: nativeInput(
      {
        order_id: text(),
        amount: integer("Centavos."),
        reason: oneOf(
          "requested_by_client",
          "cannot_be_fulfilled",
          "duplicated_transaction",
          "suspected_fraud",
          "other",
        ),
      },
      "order_id",
      "amount",
      "reason",
    ),
  },
  conekta_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({ name: text(), email: text(), phone: text() }, "name", "email"),
  },
  conekta_get_customer: { description: "Reads one customer.", input: nativeInput({ id: text() }, "id") },
  conekta_list_customers: {
    description: "Lists customers, oldest first.",
    input: nativeInput({ limit: integer() }),
  },
  conekta_create_checkout: {
    description: "Creates a hosted payment page (payment link). Amounts are in centavos of MXN.",
    input: nativeInput(
      {
        name: text(),
        type: oneOf("PaymentLink"),
        recurrent: { type: "boolean" },
        expires_at: integer("Unix seconds."),
        allowed_payment_methods: list(oneOf("card", "cash", "bank_transfer")),
        order_template: object({
          currency: oneOf("MXN"),
          customer_info: customerInfo,
          line_items: lineItems,
          metadata,
        }),
        success_url: text(),
      },
      "name",
      "type",
      "expires_at",
      "allowed_payment_methods",
      "order_template",
    ),
  },
  conekta_get_checkout: {
    description: "Reads one hosted payment page.",
    input: nativeInput({ id: text() }, "id"),
  },
  conekta_list_checkouts: {
    description: "Lists hosted payment pages, newest first.",
    input: nativeInput({
      next: text("From next_page_url of the page before."),
      limit: integer("At most 250."),
    }),
  },
  conekta_create_subscription: {
    description: "Subscribes a customer to a plan.",
    input: nativeInput({ customer_id: text(), plan_id: text(), card_id: text() }, "customer_id", "plan_id"),
  },
  conekta_cancel_subscription: {
    description: "Ends a customer's subscription.",
    input: nativeInput({ customer_id: text() }, "customer_id"),
  },
  conekta_list_payment_sources: {
    description: "Lists a customer's stored cards.",
    input: nativeInput({ customer_id: text() }, "customer_id"),
  },
});
