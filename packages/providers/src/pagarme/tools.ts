import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

const customerSchema = object({
  name: text(),
  email: text(),
  type: oneOf("individual", "company"),
  document: text("CPF or CNPJ, without punctuation."),
  phones: object({
    mobile_phone: object({ country_code: text(), area_code: text(), number: text() }),
  }),
  address: object({
    line_1: text("Number, street, district."),
    line_2: text(),
    zip_code: text("Digits."),
    city: text(),
    state: text(),
    country: text("Two letters."),
  }),
});

const paymentSchema = object(
  {
    payment_method: oneOf("pix", "boleto", "credit_card"),
    amount: integer("Cents. Default: what the items add up to."),
    pix: object({ expires_in: integer("Seconds."), expires_at: text("ISO 8601.") }),
    boleto: object({ due_at: text("ISO 8601."), instructions: text() }),
    credit_card: object({
      installments: integer(),
      card_token: text(),
      statement_descriptor: text(),
      operation_type: oneOf("auth_and_capture", "auth_only"),
    }),
  },
  "payment_method",
);

/** The native tools of Pagar.me. */
export const pagarmeTools = defineTools({
  pagarme_create_order: {
    description: "Creates an order with its charge by Pix, boleto or credit card. Amounts are in cents.",
    input: nativeInput(
      {
        code: shortText(52, "Your own id of the order."),
        items: list(
          object({ code: text(), description: text(), quantity: integer(), amount: integer("Cents each.") }),
        ),
        customer: customerSchema,
        customer_id: text(),
        payments: list(paymentSchema),
      },
      "items",
      "payments",
    ),
    sharesReference: "code",
  },
  pagarme_get_order: {
    description: "Reads one order with its charges.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  pagarme_list_orders: {
    description: "Lists orders, newest first.",
    input: nativeInput({
      code: text(),
      status: text(),
      created_since: text("ISO 8601."),
      created_until: text("ISO 8601."),
      page: integer(),
      size: integer("At most 30."),
    }),
  },
  pagarme_create_charge: {
    description: "Adds a charge to an open order.",
    input: nativeInput(
      { order_id: text(), amount: integer("Cents."), payment: paymentSchema },
      "order_id",
      "amount",
      "payment",
    ),
  },
  pagarme_get_charge: {
    description: "Reads one charge.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagarme_capture_charge: {
    // POST /charges/{charge_id}/capture (docs.pagar.me, captura de cobrança); not in the trimmed specification
    description: "Takes what a charge of auth_only holds, whole or in part; the rest is released.",
    input: nativeInput(
      { charge_id: text(), amount: integer("Cents. Default: all that is held.") },
      "charge_id",
    ),
  },
  pagarme_cancel_charge: {
    description: "Cancels a charge that is not yet paid, or releases one that is only authorised.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagarme_refund_charge: {
    description: "Gives a paid charge back, whole or in part.",
    input: nativeInput(
      { charge_id: text(), amount: integer("Cents. Default: all that is left.") },
      "charge_id",
    ),
  },
  pagarme_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({ name: text(), email: text(), type: text(), document: text(), code: text() }, "name"),
  },
  pagarme_create_recipient: {
    description: "Creates a recipient (recebedor) for splits.",
    input: nativeInput({ name: text(), email: text(), document: text(), type: text() }, "name", "document"),
  },
  pagarme_list_recipients: {
    description: "Lists recipients.",
    input: nativeInput({ page: integer(), size: integer() }),
  },
  pagarme_create_subscription: {
    description: "Creates a subscription that charges in every interval.",
    input: nativeInput(
      {
        customer_id: text(),
        payment_method: text(),
        interval: oneOf("day", "week", "month", "year"),
        interval_count: integer(),
        items: list(object({ description: text(), quantity: integer() })),
        card_token: text(),
      },
      "customer_id",
      "payment_method",
      "interval",
    ),
  },
  pagarme_create_payment_link: {
    description: "Creates a hosted payment page. Amounts are in cents.",
    input: nativeInput(
      {
        type: oneOf("order"),
        name: text(),
        order_code: text("Your own id of the order."),
        expires_in: integer("Minutes."),
        payment_settings: object({
          accepted_payment_methods: list(oneOf("pix", "boleto", "credit_card")),
        }),
        cart_settings: object({
          items: list(object({ name: text(), default_quantity: integer(), amount: integer("Cents each.") })),
        }),
        flow_settings: object({ success_url: text() }),
      },
      "type",
      "payment_settings",
      "cart_settings",
    ),
  },
  pagarme_create_transfer: {
    description: "Transfers a recipient's balance to its bank account.",
    input: nativeInput(
      { recipient_id: text(), amount: integer("Cents."), metadata: object({}) },
      "recipient_id",
      "amount",
      "metadata",
    ),
  },
  pagarme_get_balance: {
    description: "Reads a recipient's balance in cents; the account has its own recipient.",
    input: nativeInput({ recipient_id: text() }, "recipient_id"),
  },
});
