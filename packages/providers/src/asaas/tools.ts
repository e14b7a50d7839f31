import { defineTools } from "../tools/define-tools.ts";
import {
  atLeast,
  date,
  flag,
  integer,
  list,
  listOf,
  nativeInput,
  number,
  object,
  oneOf,
  shortText,
  text,
  within,
} from "../tools/native-input.ts";

/** Of any payment, whatever its method (community: the sandbox's own 400s of September 2026). */
const MINIMUM = 5;
const limits = [{ path: "value", decimals: 2 }] as const;
const page = { offset: integer(), limit: within(1, 100, "At most 100.") };

/** The native tools of Asaas. */
export const asaasTools = defineTools({
  asaas_create_payment: {
    description: "Creates a payment (cobrança) by Pix, boleto or credit card. Values are in reais.",
    input: nativeInput(
      {
        customer: text("Customer id, cus_…. Optional in the sandbox."),
        billingType: oneOf("PIX", "BOLETO", "CREDIT_CARD"),
        value: atLeast(MINIMUM, "Reais, such as 159.9: at least 5, at most two decimals."),
        dueDate: date(),
        description: shortText(500),
        externalReference: text("Your own id of the order."),
        installmentCount: integer("Credit card only: 1 to 12."),
        creditCardToken: text(),
        authorizeOnly: flag("Credit card only: holds the amount until it is captured."),
        discount: object({
          value: number(),
          dueDateLimitDays: integer(),
          type: oneOf("FIXED", "PERCENTAGE"),
        }),
        interest: object({ value: number("Percent a month, for each day that it is late.") }),
        fine: object({ value: number(), type: oneOf("FIXED", "PERCENTAGE") }),
      },
      "billingType",
      "value",
      "dueDate",
    ),
    limits,
  },
  asaas_get_payment: { description: "Reads one payment.", input: nativeInput({ id: text() }, "id") },
  asaas_list_payments: {
    description: "Lists payments, newest first.",
    input: nativeInput({
      customer: text(),
      billingType: text(),
      status: text(),
      externalReference: text(),
      "dateCreated[ge]": text("YYYY-MM-DD."),
      "dateCreated[le]": text("YYYY-MM-DD."),
      ...page,
    }),
  },
  asaas_capture_payment: {
    description: "Takes what a card payment that was only authorised holds, always the whole of it.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_update_payment: {
    description: "Changes a payment that is not yet paid.",
    input: nativeInput(
      { id: text(), value: atLeast(MINIMUM), dueDate: date(), description: shortText(500) },
      "id",
    ),
    limits,
  },
  asaas_delete_payment: {
    description: "Removes a payment that is not yet paid.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_refund_payment: {
    description: "Gives a paid payment back, whole or in part.",
    input: nativeInput(
      { id: text(), value: atLeast(0.01, "Reais. Default: all that is left."), description: text() },
      "id",
    ),
    limits,
  },
  asaas_get_pix_qrcode: {
    description: "Reads the QR code of a Pix payment.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_get_boleto: {
    description: "Reads the digitable line and barcode of a boleto payment.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_create_customer: {
    description: "Creates a customer.",
    input: nativeInput(
      {
        name: text(),
        cpfCnpj: text(),
        email: text(),
        mobilePhone: text(),
        address: text("Street."),
        addressNumber: text(),
        complement: text(),
        province: text("Neighbourhood."),
        postalCode: text("CEP. The city follows from it."),
        externalReference: text(),
      },
      "name",
    ),
  },
  asaas_get_customer: { description: "Reads one customer.", input: nativeInput({ id: text() }, "id") },
  asaas_list_customers: {
    description: "Lists customers, newest first.",
    input: nativeInput({ cpfCnpj: text(), email: text(), name: text(), ...page }),
  },
  asaas_create_subscription: {
    description: "Creates a subscription that charges in every cycle.",
    input: nativeInput(
      {
        customer: text(),
        billingType: text(),
        value: atLeast(MINIMUM, "Reais."),
        nextDueDate: date(),
        cycle: oneOf("WEEKLY", "BIWEEKLY", "MONTHLY", "BIMONTHLY", "QUARTERLY", "SEMIANNUALLY", "YEARLY"),
        description: shortText(500),
        maxPayments: integer(),
        endDate: date("YYYY-MM-DD. No payment is due later."),
        creditCardToken: text(),
        externalReference: text(),
      },
      "customer",
      "billingType",
      "value",
      "nextDueDate",
      "cycle",
    ),
    limits,
  },
  asaas_get_subscription: {
    description: "Reads one subscription.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_cancel_subscription: {
    description: "Ends a subscription.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_create_checkout: {
    description: "Creates a hosted payment page. Values are in reais.",
    input: nativeInput(
      {
        billingTypes: listOf(oneOf("PIX", "CREDIT_CARD"), [1]),
        chargeTypes: listOf(oneOf("DETACHED", "RECURRENT", "INSTALLMENT"), [1]),
        minutesToExpire: integer(),
        externalReference: text(),
        callback: object({ successUrl: text(), cancelUrl: text(), expiredUrl: text() }),
        items: list(
          object({
            name: shortText(30),
            description: text(),
            quantity: integer(),
            value: atLeast(0, "Reais."),
          }),
        ),
      },
      "billingTypes",
      "chargeTypes",
      "items",
    ),
    limits: [{ path: "items.*.value", decimals: 2 }],
  },
  asaas_create_transfer: {
    description: "Transfers money to a bank account or a Pix key.",
    input: nativeInput(
      {
        value: atLeast(0.01, "Reais."),
        pixAddressKey: text(),
        pixAddressKeyType: oneOf("CPF", "CNPJ", "EMAIL", "PHONE", "EVP"),
        scheduleDate: date("YYYY-MM-DD. Default: now."),
        description: text(),
        externalReference: text(),
      },
      "value",
    ),
    limits,
  },
  asaas_list_transfers: {
    description: "Lists transfers, newest first.",
    input: nativeInput(page),
  },
  asaas_get_balance: { description: "Reads the account's balance in reais.", input: nativeInput({}) },
});
