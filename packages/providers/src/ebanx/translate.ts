import type { Translator } from "@codespar/backend/ports";
import type {
  Currency,
  JsonObject,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
import {
  boletoPayableUntil,
  calendarDateAt,
  parseLocalTimestamp,
  timeZoneOfCurrency,
  toMajorUnits,
  toMinorUnits,
} from "@codespar/formats";
import { compact } from "../json/compact.ts";
import { numberAt, objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { keptText } from "../mappings/payments/kept-text.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import { type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";

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
const refundStatuses: Readonly<Record<string, Refund["status"]>> = { CO: "succeeded", CA: "failed" };

/** EBANX: five currencies as decimals, UTC times, payments known by their hash. */
export const ebanxTranslator: Translator = {
  server: "ebanx",
  pay: translatePay({
    create: async (request, native) =>
      describePayment(await native.effect("ebanx_create_payment", { payment: paymentArguments(request) })),
    get: async (hash, native) => describePayment(await native.read("ebanx_get_payment", { hash })),
    async refund({ paymentId: hash, amount }, native) {
      // the currency, which the amount is written in, is known to the payment alone
      const payment = await native.read("ebanx_get_payment", { hash });
      const value = amount === undefined ? undefined : toMajorUnits(amount, currencyOf(payment));
      const args = compact({ hash, operation: "request", amount: value });
      return describePayment(await native.effect("ebanx_refund_payment", args));
    },
    cancel: async (hash, native) => describePayment(await native.effect("ebanx_cancel_payment", { hash })),
    async capture({ paymentId: hash, amount }, native, { operationId }) {
      const value =
        amount === undefined
          ? undefined
          : toMajorUnits(amount, currencyOf(await native.read("ebanx_get_payment", { hash })));
      const args = compact({ hash, amount: value, merchant_capture_code: operationId });
      return describePayment(await native.effect("ebanx_capture_payment", args));
    },
  }),
};

function paymentArguments(request: PaymentRequest): JsonObject {
  const { method, amount, currency, reference, description, customer, due_date } = request;
  const isCard = method === "credit_card";
  return compact({
    country: countries[currency],
    payment_type_code: paymentTypes[method],
    merchant_payment_code: reference,
    currency_code: currency,
    amount_total: toMajorUnits(amount, currency),
    note: description,
    name: customer?.name,
    email: customer?.email,
    document: customer?.document,
    phone_number: customer?.phone,
    instalments: isCard ? request.installments : undefined,
    creditcard:
      isCard && request.card_token !== undefined
        ? compact({ token: request.card_token, auto_capture: request.holds ? false : undefined })
        : undefined,
    due_date: due_date?.split("-").reverse().join("/"),
  });
}

function describePayment(answer: JsonObject): PayOutput {
  const currency = currencyOf(answer);
  const amount = toMinorUnits(requiredNumber(answer, "payment.amount_ext"), currency);
  const method = methods[requiredText(answer, "payment.payment_type_code")] ?? "credit_card";
  return paymentOutput({
    payment_id: requiredText(answer, "payment.hash"),
    status: statusOf(answer),
    method,
    amount,
    currency,
    createdAt: timeAt(answer, "payment.open_date"),
    paidAt: timeAt(answer, "payment.confirm_date"),
    expiresAt:
      method === "boleto"
        ? boletoPayableUntil(dueDateOf(answer, currency))
        : timeAt(answer, "payment.due_date"),
    ...keptText(answer, { reference: "payment.merchant_payment_code", description: "payment.note" }),
    ...keptCustomer(answer, {
      name: "payment.customer.name",
      document: "payment.customer.document",
      email: "payment.customer.email",
    }),
    refunds: objectsAt(answer, "payment.refunds").map((refund) => describeRefund(refund, currency)),
    ...detailsOf(answer, method, amount, currency),
  });
}

function detailsOf(
  answer: JsonObject,
  method: PaymentMethod,
  amount: number,
  currency: Currency,
): Pick<PayOutput, "pix" | "boleto" | "spei" | "pse" | "card"> {
  const payment = valueAt(answer, "payment");
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
          due_date: textAt(payment, "boleto_due_date") ?? dueDateOf(answer, currency),
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
          brand: textAt(payment, "creditcard.brand"),
          last4: textAt(payment, "creditcard.masked_card_number")?.slice(-4),
          authorizationCode: textAt(payment, "auth_code"),
          installments: numberAt(payment, "instalments"),
          amount,
          createdAt: timeAt(payment, "open_date"),
          timeZone: timeZoneOfCurrency(currency),
        }),
      };
  }
}

function statusOf(answer: JsonObject): PaymentStatus {
  const status = requiredText(answer, "payment.status");
  if (status === "CO") return "paid";
  if (status !== "CA") return isHeld(answer) ? "authorized" : "pending";
  return cancellations[textAt(answer, "payment.transaction_status.code") ?? ""] ?? "cancelled";
}

/** Approved, and waiting for its capture. */
function isHeld(answer: JsonObject): boolean {
  return valueAt(answer, "payment.capture_available") === true;
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

function dueDateOf(answer: JsonObject, currency: Currency): string {
  const dueAt = timeAt(answer, "payment.due_date");
  return dueAt === undefined ? "" : calendarDateAt(dueAt, timeZoneOfCurrency(currency));
}

function currencyOf(answer: JsonObject): Currency {
  const code = requiredText(answer, "payment.currency_ext");
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new TypeError(`The provider answered in ${code}.`);
  return currency;
}

function timeAt(json: Parameters<typeof textAt>[0], path: string): number | undefined {
  const text = textAt(json, path);
  return text === undefined ? undefined : parseLocalTimestamp(text, "UTC");
}
