import type { Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type {
  Currency,
  Customer,
  JsonObject,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
import {
  boletoPayableUntil,
  calendarDateAt,
  endOfDate,
  parseLocalTimestamp,
  timeZoneOfCurrency,
  toMajorUnits,
  toMinorUnits,
} from "@codespar/formats";
import {
  numberAt,
  objectsAt,
  requiredNumber,
  requiredText,
  requiredWord,
  textAt,
  valueAt,
} from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";
import { requireLength } from "../mappings/text/require-length.ts";

const paymentTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pix",
  boleto: "boleto",
  spei: "spei",
  pse: "eft",
  credit_card: "creditcard",
};
const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  spei: "spei",
  eft: "pse",
  creditcard: "credit_card",
  // how a card is shown
  visa: "credit_card",
  mastercard: "credit_card",
  amex: "credit_card",
  elo: "credit_card",
  hipercard: "credit_card",
  diners: "credit_card",
  discover: "credit_card",
};
const countries: Readonly<Partial<Record<Currency, string>>> = {
  BRL: "br",
  MXN: "mx",
  ARS: "ar",
  COP: "co",
  CLP: "cl",
};
const currencies: readonly Currency[] = ["BRL", "MXN", "ARS", "COP", "CLP", "USD"];
const cancellations: Readonly<Record<string, PaymentStatus>> = {
  EXPIRED: "expired",
  NOK: "failed",
};
/** Of an order number, as of a merchant's payment code. */
const REFERENCE_LENGTH = 40;
/** Of a name, as of an e-mail address. */
const NAME_LENGTH = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const refundStatuses: Readonly<Record<string, Refund["status"]>> = { CO: "succeeded", CA: "failed" };

/** EBANX: five currencies as decimals, UTC times, payments known by their hash. */
export const ebanxTranslator: Translator = {
  server: "ebanx",
  pay: translatePay({
    async create(request, native, { operationId }) {
      const response = await native.effect("ebanx_create_payment", {
        payment: paymentArguments(request, operationId),
      });
      return refuseDeclined(describePayment(response), {
        provider: "EBANX",
        reason: textAt(response, "payment.transaction_status.description"),
        code: textAt(response, "payment.transaction_status.code"),
      });
    },
    get: async (hash, native) => describePayment(await native.read("ebanx_get_payment", { hash })),
    async refund({ paymentId: hash, amount }, native, { operationId }) {
      // the currency, which the amount is written in, is known to the payment alone
      const response = await native.read("ebanx_get_payment", { hash });
      const args = {
        hash,
        operation: "request",
        amount: toMajorUnits(amount ?? amountLeft(describePayment(response)), getCurrency(response)),
        description: "Refund by the merchant",
        merchant_refund_code: operationId,
      };
      return describePayment(await native.effect("ebanx_refund_payment", args));
    },
    cancel: async (hash, native) => describePayment(await native.effect("ebanx_cancel_payment", { hash })),
    async capture({ paymentId: hash, amount }, native, { operationId }) {
      const value =
        amount === undefined
          ? undefined
          : toMajorUnits(amount, getCurrency(await native.read("ebanx_get_payment", { hash })));
      const args = omitUndefined({ hash, amount: value, merchant_capture_code: operationId });
      return describePayment(await native.effect("ebanx_capture_payment", args));
    },
  }),
};

/** Minor units that can be given back; all of it where nothing is left, which is for EBANX to refuse. */
function amountLeft({ amount, refunds }: PayOutput): number {
  let left = amount;
  for (const refund of refunds) if (refund.status !== "failed") left -= refund.amount;
  return left > 0 ? left : amount;
}

/** Name, e-mail and document of whoever pays; Mexico asks for no document. */
function requirePayer({ customer, currency }: PaymentRequest): Customer {
  const { name, email, document } = customer ?? {};
  const required: [string, string | undefined][] = [
    ["customer.name", name],
    ["customer.email", email],
    ["customer.document", currency === "MXN" ? "" : document],
  ];
  const missing = required.filter(([, value]) => value === undefined).map(([field]) => field);
  if (customer === undefined || missing.length > 0)
    throw new ProviderRefusal({
      code: "customer_required",
      message: `EBANX requires ${missing.join(", ")}. Send them with the payment.`,
    });
  return customer;
}

function paymentArguments(request: PaymentRequest, operationId: string): JsonObject {
  const { method, amount, currency, reference, description, due_date } = request;
  const customer = requirePayer(request);
  const isCard = method === "credit_card";
  return omitUndefined({
    country: countries[currency],
    payment_type_code: paymentTypes[method],
    // one payment for each code, and any number of them for each order
    merchant_payment_code: operationId,
    order_number: requireLength(reference, {
      provider: "EBANX",
      field: "reference",
      length: REFERENCE_LENGTH,
    }),
    currency_code: currency,
    amount_total: toMajorUnits(amount, currency),
    note: description,
    name: cutText(customer.name ?? "", NAME_LENGTH),
    email:
      customer.email &&
      requireLength(customer.email, {
        provider: "EBANX",
        field: "customer.email",
        length: NAME_LENGTH,
      }),
    document: customer.document,
    phone_number: customer.phone,
    zipcode: customer.address?.postal_code,
    address: customer.address?.street,
    street_number: customer.address?.number,
    street_complement: customer.address?.complement,
    city: customer.address?.city,
    state: customer.address?.state,
    instalments: isCard ? request.installments : undefined,
    creditcard:
      isCard && request.card_token !== undefined
        ? omitUndefined({ token: request.card_token, auto_capture: request.holds ? false : undefined })
        : undefined,
    due_date: due_date?.split("-").reverse().join("/"),
  });
}

function describePayment(response: JsonObject): PayOutput {
  const currency = getCurrency(response);
  const amount = toMinorUnits(requiredNumber(response, "payment.amount_ext"), currency);
  const method = requiredWord(response, "payment.payment_type_code", methods);
  return paymentOutput({
    payment_id: requiredText(response, "payment.hash"),
    status: toStatus(response),
    method,
    amount,
    currency,
    createdAt: timeAt(response, "payment.open_date"),
    paidAt: timeAt(response, "payment.confirm_date"),
    expiresAt:
      method === "boleto"
        ? boletoPayableUntil(readDueDate(response, currency))
        : readExpiry(response, currency),
    ...keptText(response, { reference: "payment.merchant_payment_code" }),
    ...keptText(response, { reference: "payment.order_number", description: "payment.note" }),
    ...keptCustomer(response, {
      name: "payment.customer.name",
      document: "payment.customer.document",
      email: "payment.customer.email",
    }),
    refunds: objectsAt(response, "payment.refunds").map((refund) => describeRefund(refund, currency)),
    ...readDetails(response, method, amount, currency),
  });
}

function readDetails(
  response: JsonObject,
  method: PaymentMethod,
  amount: number,
  currency: Currency,
): Pick<PayOutput, "pix" | "boleto" | "spei" | "pse" | "card"> {
  const payment = valueAt(response, "payment");
  switch (method) {
    case "pix":
      return {
        pix: pixDetails({
          code: requiredText(payment, "pix.qr_code_value"),
          picture: textAt(payment, "pix.qr_code_url"),
          endToEndId: textAt(payment, "pix.end_to_end_id"),
        }),
      };
    case "boleto":
      return {
        boleto: {
          digitable_line: requiredText(payment, "boleto_barcode"),
          barcode: requiredText(payment, "boleto_barcode_raw"),
          due_date: textAt(payment, "boleto_due_date") ?? readDueDate(response, currency),
          pdf_url: requiredText(payment, "boleto_url"),
        },
      };
    case "spei": {
      const tracking_key = textAt(payment, "tracking_key");
      return {
        spei: {
          clabe: requiredText(payment, "clabe_account"),
          reference: requiredText(payment, "clabe_reference"),
          ...(tracking_key === undefined ? {} : { tracking_key }),
        },
      };
    }
    case "pse":
      return {
        pse: { redirect_url: requiredText(payment, "redirect_url"), cus: textAt(payment, "cus") ?? "" },
      };
    default:
      return {
        card: cardDetails({
          brand: textAt(payment, "payment_type_code"),
          last4: textAt(payment, "creditcard.masked_card_number")?.slice(-4),
          authorizationCode: textAt(payment, "transaction_status.authcode"),
          installments: numberAt(payment, "instalments"),
          amount,
          createdAt: timeAt(payment, "open_date"),
          timeZone: timeZoneOfCurrency(currency),
        }),
      };
  }
}

function toStatus(response: JsonObject): PaymentStatus {
  const status = requiredText(response, "payment.status");
  if (status === "CO") return "paid";
  if (status !== "CA") return isHeld(response) ? "authorized" : "pending";
  if (isWithdrawn(response)) return "cancelled";
  return cancellations[textAt(response, "payment.transaction_status.code") ?? ""] ?? "cancelled";
}

/** What was cancelled has the code of what was declined; its reason distinguishes them (docs.ebanx.com, APM response codes). */
function isWithdrawn(response: JsonObject): boolean {
  const at = (name: string) => textAt(response, `payment.transaction_status.${name}`) ?? "";
  return at("description_code").startsWith("CANCELED_BY_") || /\bcancell?ed\b/i.test(at("description"));
}

/** Approved, and waiting for its capture. */
function isHeld(response: JsonObject): boolean {
  return valueAt(response, "payment.capture_available") === true;
}

function describeRefund(refund: JsonObject, currency: Currency): Refund {
  return refundOutput({
    refund_id: requiredText(refund, "id"),
    amount: toMinorUnits(requiredNumber(refund, "amount_ext"), currency),
    status: refundStatuses[textAt(refund, "status") ?? ""] ?? "pending",
    at: timeAt(refund, "request_date"),
    endToEndId: textAt(refund, "end_to_end_id"),
  });
}

/** EBANX's due date is a moment, or a day that lasts until it ends. */
function readExpiry(response: JsonObject, currency: Currency): number | undefined {
  const day = textAt(response, "payment.due_date");
  if (day !== undefined && DAY.test(day)) return endOfDate(day, timeZoneOfCurrency(currency));
  return timeAt(response, "payment.due_date");
}

function readDueDate(response: JsonObject, currency: Currency): string {
  const day = textAt(response, "payment.due_date");
  if (day !== undefined && DAY.test(day)) return day;
  const dueAt = timeAt(response, "payment.due_date");
  return dueAt === undefined ? "" : calendarDateAt(dueAt, timeZoneOfCurrency(currency));
}

function getCurrency(response: JsonObject): Currency {
  const code = requiredText(response, "payment.currency_ext");
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new TypeError(`The provider responded in ${code}.`);
  return currency;
}

function timeAt(json: Parameters<typeof textAt>[0], path: string): number | undefined {
  const text = textAt(json, path);
  return text === undefined ? undefined : parseLocalTimestamp(text, "UTC");
}
