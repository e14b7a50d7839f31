import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, object, oneOf, shortText, text } from "../tools/native-input.ts";

const amountSchema = object({ value: integer("Cents."), currency: oneOf("BRL") }, "value");

const address = object({
  street: text(),
  number: text(),
  complement: text(),
  locality: text("District."),
  city: text(),
  region_code: text("Such as SP."),
  country: oneOf("BRA"),
  postal_code: text("Digits."),
});

const chargeSchema = object(
  {
    reference_id: shortText(64),
    description: text(),
    amount: amountSchema,
    payment_method: object(
      {
        type: oneOf("CREDIT_CARD", "DEBIT_CARD", "BOLETO"),
        installments: integer(),
        capture: flag(),
        soft_descriptor: shortText(17),
        card: object({
          id: text("A stored card."),
          encrypted: text("From PagBank's card form."),
          security_code: text(),
          holder: object({ name: text(), tax_id: text() }),
          store: flag(),
        }),
        boleto: object({
          due_date: text("YYYY-MM-DD."),
          instruction_lines: object({ line_1: text(), line_2: text() }),
          holder: object(
            { name: text(), tax_id: text(), email: text(), address },
            "name",
            "tax_id",
            "email",
            "address",
          ),
        }),
      },
      "type",
    ),
  },
  "amount",
  "payment_method",
);

const orderInput = {
  reference_id: shortText(64, "Your own id of the order."),
  customer: object(
    {
      name: text(),
      email: text(),
      tax_id: text("CPF or CNPJ, without punctuation."),
      phones: list(object({ country: text("55."), area: text(), number: text(), type: oneOf("MOBILE") })),
    },
    "name",
    "email",
    "tax_id",
  ),
  items: list(
    object({
      reference_id: text(),
      name: shortText(64),
      quantity: integer(),
      unit_amount: integer("Cents."),
    }),
  ),
  notification_urls: list(text("HTTPS."), "Who is told what becomes of it. Default: the connection's."),
};

/** The native tools of PagSeguro. */
export const pagseguroTools = defineTools({
  pagseguro_create_order: {
    description:
      "Creates an order that is paid by QR code (Pix or the PagBank wallet), by boleto or by card. Amounts are in cents.",
    input: nativeInput(
      {
        ...orderInput,
        qr_codes: list(
          object({
            amount: amountSchema,
            expiration_date: text("ISO 8601."),
            arrangements: list(oneOf("PIX", "PAGBANK"), "Default: PIX."),
          }),
          "One code, or else one charge.",
        ),
        charges: list(chargeSchema),
      },
      "customer",
    ),
    sharesReference: "reference_id",
  },
  pagseguro_get_order: {
    description: "Reads one order with its QR code and charge.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  pagseguro_create_charge: {
    description: "Charges an order that was made without a charge.",
    input: nativeInput({ order_id: text(), charges: list(chargeSchema) }, "order_id", "charges"),
  },
  pagseguro_get_charge: {
    description: "Reads one charge.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagseguro_capture_charge: {
    description: "Captures an authorised charge, whole or in part; the rest is released.",
    input: nativeInput({ charge_id: text(), amount: amountSchema }, "charge_id", "amount"),
  },
  pagseguro_cancel_charge: {
    description:
      "Cancels a boleto that is not yet paid, or releases a card that is only authorised. A QR code that nobody has paid has no charge, and ends by itself.",
    input: nativeInput({ charge_id: text(), amount: amountSchema }, "charge_id", "amount"),
  },
  pagseguro_refund_charge: {
    description: "Gives a paid charge back, whole or in part; one that is not paid yet is cancelled.",
    input: nativeInput({ charge_id: text(), amount: amountSchema }, "charge_id", "amount"),
  },
  pagseguro_get_pix_qrcode: {
    description: "Reads the QR code of an order.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  pagseguro_create_customer: {
    description: "Creates a customer.",
    input: nativeInput(
      { name: text(), email: text(), tax_id: text(), reference_id: text() },
      "name",
      "email",
      "tax_id",
    ),
  },
  pagseguro_create_subscription: {
    description: "Subscribes a customer to a plan.",
    input: nativeInput(
      {
        reference_id: text(),
        plan: object({ id: text() }),
        customer: object({ id: text() }),
        amount: amountSchema,
        payment_method: list(object({ type: text(), card: object({ security_code: text() }) })),
        pro_rata: flag(),
      },
      "plan",
      "customer",
    ),
  },
  pagseguro_cancel_subscription: {
    description: "Ends a subscription.",
    input: nativeInput({ subscription_id: text() }, "subscription_id"),
  },
  pagseguro_list_subscriptions: {
    description: "Lists subscriptions.",
    input: nativeInput({ status: text(), q: text(), offset: integer(), limit: integer() }),
  },
  pagseguro_create_split: {
    description: "Divides a charge among several accounts.",
    input: nativeInput({ charge_id: text(), receivers: list(object({})) }, "charge_id", "receivers"),
  },
  pagseguro_get_dispute: {
    description: "Reads the dispute of a charge.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagseguro_get_balance: { description: "Reads the account's balance in cents.", input: nativeInput({}) },
});
