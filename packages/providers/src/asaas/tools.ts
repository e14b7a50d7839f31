import { defineTools } from "../tools/define-tools.ts";
import {
  flag,
  integer,
  list,
  nativeInput,
  number,
  object,
  oneOf,
  shortText,
  text,
} from "../tools/native-input.ts";

/** The native tools of Asaas. */
export const asaasTools = defineTools({
  asaas_create_payment: {
    description: "Creates a payment (cobrança) by Pix, boleto or credit card. Values are in reais.",
    input: nativeInput(
      {
        customer: text("Customer id, cus_…. Optional in the sandbox."),
        billingType: oneOf("PIX", "BOLETO", "CREDIT_CARD"),
        value: number("Reais, such as 159.9."),
        dueDate: text("YYYY-MM-DD."),
        description: shortText(500),
        externalReference: text("Your own id of the order."),
        installmentCount: integer("Credit card only: 1 to 12."),
        creditCardToken: text(),
        authorizeOnly: flag("Credit card only: holds the amount until it is captured."),
      },
      "billingType",
      "value",
      "dueDate",
    ),
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
      offset: integer(),
      limit: integer("At most 100."),
    }),
  },
  asaas_capture_payment: {
    description: "Takes what a card payment that was only authorised holds, always the whole of it.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_update_payment: {
    description: "Changes a payment that is not yet paid.",
    input: nativeInput({ id: text(), value: number(), dueDate: text(), description: text() }, "id"),
  },
  asaas_delete_payment: {
    description: "Removes a payment that is not yet paid.",
    input: nativeInput({ id: text() }, "id"),
  },
  asaas_refund_payment: {
    description: "Gives a paid payment back, whole or in part.",
    input: nativeInput(
      { id: text(), value: number("Reais. Default: all that is left."), description: text() },
      "id",
    ),
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
    input: nativeInput({ cpfCnpj: text(), email: text(), name: text(), offset: integer(), limit: integer() }),
  },
  asaas_create_subscription: {
    description: "Creates a subscription that charges in every cycle.",
    input: nativeInput(
      {
        customer: text(),
        billingType: text(),
        value: number("Reais."),
        nextDueDate: text("YYYY-MM-DD."),
        cycle: oneOf("WEEKLY", "BIWEEKLY", "MONTHLY", "BIMONTHLY", "QUARTERLY", "SEMIANNUALLY", "YEARLY"),
        description: text(),
        maxPayments: integer(),
        endDate: text("YYYY-MM-DD. No payment is due later."),
        creditCardToken: text(),
        externalReference: text(),
      },
      "customer",
      "billingType",
      "value",
      "nextDueDate",
      "cycle",
    ),
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
        billingTypes: list(oneOf("PIX", "CREDIT_CARD")),
        chargeTypes: list(oneOf("DETACHED", "RECURRENT", "INSTALLMENT")),
        minutesToExpire: integer(),
        externalReference: text(),
        callback: object({ successUrl: text(), cancelUrl: text(), expiredUrl: text() }),
        items: list(
          object({ name: text(), description: text(), quantity: integer(), value: number("Reais.") }),
        ),
      },
      "billingTypes",
      "chargeTypes",
      "items",
    ),
  },
  asaas_create_transfer: {
    description: "Transfers money to a bank account or a Pix key.",
    input: nativeInput(
      {
        value: number("Reais."),
        pixAddressKey: text(),
        pixAddressKeyType: oneOf("CPF", "CNPJ", "EMAIL", "PHONE", "EVP"),
        scheduleDate: text("YYYY-MM-DD. Default: now."),
        description: text(),
        externalReference: text(),
      },
      "value",
    ),
  },
  asaas_list_transfers: {
    description: "Lists transfers, newest first.",
    input: nativeInput({ offset: integer(), limit: integer() }),
  },
  asaas_get_balance: { description: "Reads the account's balance in reais.", input: nativeInput({}) },
});
