import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const hashInput = nativeInput({ hash: text("The payment's hash.") }, "hash");

/** The native tools of EBANX. */
export const ebanxTools = defineTools({
  ebanx_create_payment: {
    description:
      "Creates a payment in Brazil, Mexico, Argentina, Colombia or Chile. Amounts are decimals of the currency.",
    input: nativeInput(
      {
        payment: object(
          {
            name: text(),
            email: text(),
            document: text(),
            phone_number: text(),
            zipcode: text(),
            address: text("Street."),
            street_number: text(),
            street_complement: text(),
            city: text(),
            state: text(),
            country: oneOf("br", "mx", "ar", "co", "cl"),
            payment_type_code: oneOf("pix", "boleto", "spei", "eft", "creditcard"),
            merchant_payment_code: text("Your own id of the order."),
            currency_code: oneOf("BRL", "MXN", "ARS", "COP", "CLP"),
            amount_total: number("Such as 159.9."),
            instalments: integer("Credit card only."),
            due_date: text("DD/MM/YYYY. The day on which it can be paid last."),
            note: text(),
            eft_code: text("The payer's bank, from ebanx_list_banks."),
            redirect_url: text(),
            creditcard: object({ token: text(), auto_capture: flag("False only authorises the card.") }),
          },
          "payment_type_code",
          "merchant_payment_code",
          "currency_code",
          "amount_total",
        ),
      },
      "payment",
    ),
  },
  ebanx_get_payment: { description: "Reads one payment.", input: hashInput },
  ebanx_list_payments: {
    description: "Lists payments, oldest first.",
    input: nativeInput({
      merchant_payment_code: text(),
      status: text(),
      page: integer(),
      per_page: integer(),
    }),
  },
  ebanx_capture_payment: {
    description: "Captures an authorised card payment, whole or in part; the rest is released.",
    input: nativeInput(
      {
        hash: text("The payment's hash."),
        amount: number("Decimals of the currency. Default: all that is held."),
        merchant_capture_code: text(),
      },
      "hash",
    ),
  },
  ebanx_cancel_payment: { description: "Cancels a payment that is not yet paid.", input: hashInput },
  ebanx_refund_payment: {
    description: "Gives a paid payment back, whole or in part.",
    input: nativeInput(
      {
        hash: text(),
        operation: oneOf("request"),
        amount: number("Decimals of the currency. Default: all that is left."),
        description: text(),
        merchant_refund_code: text(),
      },
      "hash",
    ),
  },
  ebanx_create_payout: {
    description: "Pays to a bank account in Latin America.",
    input: nativeInput({ country: text(), currency_code: text(), amount: number() }, "country", "amount"),
  },
  ebanx_get_payout: { description: "Reads one payout.", input: nativeInput({ uid: text() }, "uid") },
  ebanx_get_exchange_rate: {
    description: "Reads the rate between a currency and US dollars.",
    input: nativeInput({ currency_code: text(), currency_base_code: text() }, "currency_code"),
  },
  ebanx_list_banks: {
    description: "Lists the banks of a country's transfers.",
    input: nativeInput({ country: oneOf("co") }),
  },
});
