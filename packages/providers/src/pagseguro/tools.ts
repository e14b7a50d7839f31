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
        card: object({ id: text("A stored card."), encrypted: text("From PagBank's card form.") }),
        boleto: object({
          due_date: text("YYYY-MM-DD."),
          instruction_lines: object({ line_1: text(), line_2: text() }),
          holder: object({ name: text(), tax_id: text(), email: text(), address }),
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
  customer: object({
    name: text(),
    email: text(),
    tax_id: text("CPF or CNPJ, without punctuation."),
    phones: list(object({ country: text("55."), area: text(), number: text(), type: oneOf("MOBILE") })),
  }),
  items: list(object({ name: shortText(200), quantity: integer(), unit_amount: integer("Cents.") })),
};

/** The native tools of PagSeguro. */
export const pagseguroTools = defineTools({
  pagseguro_create_order: {
    description:
      "Creates an order that is paid by QR code (Pix or the PagBank wallet), by boleto or by card. Amounts are in cents.",
    input: nativeInput({
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
    }),
  },
  pagseguro_get_order: {
    description: "Reads one order with its QR code and charge.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  pagseguro_create_charge: {
    description: "Creates a charge without an order around it.",
    input: nativeInput(
      { reference_id: shortText(64), amount: amountSchema, payment_method: object({}) },
      "amount",
    ),
  },
  pagseguro_get_charge: {
    description: "Reads one charge.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagseguro_capture_charge: {
    description: "Captures an authorised charge, whole or in part; the rest is released.",
    input: nativeInput({ charge_id: text(), amount: amountSchema }, "charge_id"),
  },
  pagseguro_cancel_charge: {
    description:
      "Cancels a charge that is not yet paid, or releases one that is only authorised. A QR code that nobody has read has no charge yet: pass its QRCO_ id.",
    input: nativeInput({ charge_id: text() }, "charge_id"),
  },
  pagseguro_refund_charge: {
    description: "Gives a paid charge back, whole or in part.",
    input: nativeInput({ charge_id: text(), amount: amountSchema }, "charge_id"),
  },
  pagseguro_get_pix_qrcode: {
    description: "Reads the QR code of an order.",
    input: nativeInput({ order_id: text() }, "order_id"),
  },
  pagseguro_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({ name: text(), email: text(), tax_id: text(), reference_id: text() }, "name"),
  },
  pagseguro_create_subscription: {
    description: "Subscribes a customer to a plan.",
    input: nativeInput(
      { plan: object({ id: text() }), customer: object({ id: text() }) },
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
    input: nativeInput({ status: text(), offset: integer(), limit: integer() }),
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
