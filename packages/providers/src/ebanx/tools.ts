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

const hash = text("The payment's hash.");

/** The native tools of EBANX. */
export const ebanxTools = defineTools({
  ebanx_create_payment: {
    description:
      "Creates a payment in Brazil, Mexico, Argentina, Colombia or Chile. Amounts are decimals of the currency.",
    input: nativeInput(
      {
        payment: object(
          {
            name: shortText(100),
            email: shortText(100),
            document: text(),
            document_type: text(),
            birth_date: text("DD/MM/YYYY."),
            phone_number: text(),
            zipcode: text(),
            address: text("Street."),
            street_number: text(),
            street_complement: text(),
            city: text(),
            state: text(),
            country: oneOf("br", "mx", "ar", "co", "cl"),
            payment_type_code: oneOf("pix", "boleto", "spei", "eft", "creditcard"),
            merchant_payment_code: shortText(40, "Unique: a second payment with the same one is refused."),
            order_number: shortText(40, "Your own id of the order; several payments may have the same."),
            currency_code: oneOf("BRL", "MXN", "ARS", "COP", "CLP"),
            amount_total: number("Such as 159.9."),
            instalments: integer("Credit card only."),
            due_date: text("DD/MM/YYYY. The day on which it can be paid last."),
            note: text(),
            customer_ip: text(),
            device_id: text(),
            eft_code: text("The payer's bank, from ebanx_list_banks."),
            redirect_url: text(),
            notification_url: text(),
            items: list(
              object({
                name: text(),
                description: text(),
                unit_price: number(),
                quantity: integer(),
                type: text(),
              }),
            ),
            creditcard: object({ token: text(), auto_capture: flag("False only authorises the card.") }),
          },
          "name",
          "email",
          "country",
          "payment_type_code",
          "merchant_payment_code",
          "currency_code",
          "amount_total",
        ),
      },
      "payment",
    ),
  },
  ebanx_get_payment: {
    description: "Reads one payment, by its hash or by your own code.",
    input: nativeInput({ hash, merchant_payment_code: text() }),
  },
  ebanx_list_payments: {
    // the API reads one payment at a time; lists are reports of the dashboard
    description: "Lists payments, oldest first. The sandbox's alone.",
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
        hash,
        amount: number("Decimals of the currency. Default: all that is held."),
        merchant_capture_code: text("Your own id of the capture."),
      },
      "hash",
    ),
  },
  ebanx_cancel_payment: {
    description: "Cancels a payment that is not yet paid.",
    input: nativeInput({ hash }, "hash"),
  },
  ebanx_refund_payment: {
    description: "Gives a paid payment back, whole or in part.",
    input: nativeInput(
      {
        hash,
        operation: oneOf("request"),
        amount: number("Decimals of the currency."),
        description: text("Why."),
        merchant_refund_code: text("Your own id of the refund."),
      },
      "hash",
      "amount",
      "description",
    ),
  },
  ebanx_create_payout: {
    // POST /ws/payout/create and then /ws/payout/commit: only a harvest speaks of them, and a payout moves money out
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
