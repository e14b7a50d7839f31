import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { JsonObject, PaymentMethod, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import {
  barcodeOfBoletoLine,
  bareText,
  boletoPayableUntil,
  calendarDateAt,
  formatEndOfDate,
  SAO_PAULO,
} from "@codespar/formats";
import {
  instantAt,
  numberAt,
  objectsAt,
  requiredNumber,
  requiredText,
  requiredWord,
  textAt,
  valueAt,
} from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { bareDocument, brazilPhone, type PayerAddress } from "../mappings/payments/brazil-payer.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { refusePaid } from "../mappings/payments/refuse-paid.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";
import { requireLength } from "../mappings/text/require-length.ts";

const types: Readonly<Partial<Record<PaymentMethod, string>>> = {
  boleto: "BOLETO",
  credit_card: "CREDIT_CARD",
  debit_card: "DEBIT_CARD",
};
const methods: Readonly<Record<string, PaymentMethod>> = {
  BOLETO: "boleto",
  CREDIT_CARD: "credit_card",
  DEBIT_CARD: "debit_card",
  PIX: "pix",
  PAGBANK: "wallet",
};
const statuses: Readonly<Record<string, PaymentStatus>> = {
  PAID: "paid",
  AVAILABLE: "paid",
  DECLINED: "failed",
  AUTHORIZED: "authorized",
};
const codeStatuses: Readonly<Record<string, PaymentStatus>> = { EXPIRED: "expired", CANCELED: "cancelled" };
const BOLETO_DAYS = 3;
const REFERENCE_LENGTH = 64;
/** Of an item. */
const NAME_LENGTH = 200;

/** PagSeguro (PagBank): cents; the order is the payment, and its charge is what is cancelled and given back. */
export const pagseguroTranslator: Translator = {
  server: "pagseguro",
  pay: translatePay({
    async create(request, native, context) {
      const order = await native.effect("pagseguro_create_order", orderArguments(request, context));
      return refuseDeclined(describeOrder(order), {
        provider: "PagBank",
        reason: textAt(order, "charges.0.payment_response.message"),
        code: textAt(order, "charges.0.payment_response.code"),
      });
    },
    get: async (id, native) => describeOrder(await readOrder(id, native)),
    async refund({ paymentId, amount }, native) {
      const charge_id = readChargeId(await readOrder(paymentId, native));
      const args = amount === undefined ? {} : { amount: { value: amount } };
      await native.effect("pagseguro_refund_charge", { charge_id, ...args });
      return describeOrder(await readOrder(paymentId, native));
    },
    async cancel(paymentId, native) {
      const order = await readOrder(paymentId, native);
      const [charge] = objectsAt(order, "charges");
      if (charge !== undefined && toStatus(charge) === "paid") refusePaid(paymentId);
      await native.effect("pagseguro_cancel_charge", { charge_id: readChargeId(order) });
      return describeOrder(await readOrder(paymentId, native));
    },
    async capture({ paymentId, amount }, native) {
      const order = await readOrder(paymentId, native);
      const held = numberAt(order, "charges.0.amount.value");
      await native.effect("pagseguro_capture_charge", {
        charge_id: readChargeId(order),
        // the call requires an amount, so all that is held is named
        amount: { value: amount ?? held ?? 0 },
      });
      return describeOrder(await readOrder(paymentId, native));
    },
  }),
};

function readOrder(order_id: string, native: NativeCalls): Promise<JsonObject> {
  return native.read("pagseguro_get_order", { order_id });
}

/** The charge, or the QR code that will become one. */
function readChargeId(order: JsonObject): string {
  return textAt(order, "charges.0.id") ?? requiredText(order, "qr_codes.0.id");
}

function orderArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { method, amount, reference, description = "Pedido", customer, due_date } = request;
  const order = omitUndefined({
    reference_id: requireLength(reference, {
      provider: "PagBank",
      field: "reference",
      length: REFERENCE_LENGTH,
    }),
    customer: customer === undefined ? undefined : customerArguments(customer),
    items: [{ name: cutText(description, NAME_LENGTH), quantity: 1, unit_amount: amount }],
  });
  if (method !== "pix" && method !== "wallet") {
    order.charges = [
      {
        reference_id: reference,
        description,
        amount: { value: amount, currency: "BRL" },
        payment_method: paymentMethod(request, now),
      },
    ];
    return order;
  }
  order.qr_codes = [
    omitUndefined({
      amount: { value: amount },
      arrangements: [method === "pix" ? "PIX" : "PAGBANK"],
      expiration_date: due_date === undefined ? undefined : formatEndOfDate(due_date, SAO_PAULO),
    }),
  ];
  return order;
}

function paymentMethod(request: PaymentRequest, now: number): JsonObject {
  const { method, due_date, card_token, installments, customer } = request;
  const type = types[method] ?? "CREDIT_CARD";
  if (method === "boleto") {
    const boleto = omitUndefined({
      due_date: due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS),
      holder: customer && holderArguments(customer),
    });
    return { type, boleto };
  }
  return omitUndefined({
    type,
    installments: method === "credit_card" ? installments : undefined,
    capture: !request.holds,
    card: card_token === undefined ? undefined : { encrypted: card_token },
  });
}

function customerArguments(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const phone = brazilPhone(customer);
  return omitUndefined({
    name: customer.name ?? customer.email,
    email: customer.email,
    tax_id: bareDocument(customer),
    phones:
      phone === undefined
        ? undefined
        : [{ country: "55", area: phone.area, number: phone.number, type: "MOBILE" }],
  });
}

/** Who pays a boleto: PagBank wants name, document, e-mail and address. */
function holderArguments(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  return omitUndefined({
    name: customer.name ?? customer.email,
    tax_id: bareDocument(customer),
    email: customer.email,
    address: customer.address && addressArguments(customer.address),
  });
}

function addressArguments(address: PayerAddress): JsonObject {
  const { postal_code, number, street, complement, district, city, state } = address;
  return omitUndefined({
    street,
    number,
    complement,
    locality: district,
    city,
    region_code: state,
    country: "BRA",
    postal_code: bareText(postal_code),
  });
}

function describeOrder(order: JsonObject): PayOutput {
  const id = requiredText(order, "id");
  const [charge] = objectsAt(order, "charges");
  const [code] = objectsAt(order, "qr_codes");
  const asked = requiredNumber(charge ?? code, "amount.value");
  // of an authorisation, what was captured
  const amount = charge === undefined ? asked : capturedOf(charge, asked);
  const method = readMethod(charge, code);
  const createdAt = instantAt(order, "created_at");
  return paymentOutput({
    payment_id: id,
    status: charge === undefined ? codeStatus(code) : toStatus(charge),
    method,
    amount,
    ...(amount === asked ? {} : { authorized_amount: asked }),
    currency: "BRL",
    createdAt,
    paidAt: instantAt(charge, "paid_at"),
    expiresAt: readExpiry(charge, code),
    ...keptText(order, { reference: "reference_id", description: "charges.0.description" }),
    ...keptCustomer(order, {
      name: "customer.name",
      email: "customer.email",
      document: "customer.tax_id",
    }),
    refunds: charge === undefined ? [] : readRefunds(charge),
    ...readDetails(order, method, amount, createdAt),
  });
}

function readDetails(
  order: JsonObject,
  method: PaymentMethod,
  amount: number,
  createdAt: number | undefined,
): Pick<PayOutput, "pix" | "boleto" | "card"> {
  const paidBy = valueAt(order, "charges.0.payment_method");
  if (method === "wallet") return {};
  if (method === "pix") {
    const [code] = objectsAt(order, "qr_codes");
    const picture = objectsAt(code, "links").find((link) => link.rel === "QRCODE.PNG");
    return {
      pix: pixDetails({
        code: requiredText(code, "text"),
        picture: textAt(picture, "href"),
        endToEndId: textAt(paidBy, "pix.end_to_end_id"),
      }),
    };
  }
  if (method === "boleto") {
    const line = requiredText(paidBy, "boleto.barcode");
    const pdf = objectsAt(order, "charges.0.links").find(({ media }) => media === "application/pdf");
    return {
      boleto: {
        digitable_line: line,
        barcode: barcodeOfBoletoLine(line),
        due_date: requiredText(paidBy, "boleto.due_date"),
        pdf_url: textAt(pdf, "href") ?? textAt(paidBy, "boleto.link") ?? "",
      },
    };
  }
  return {
    card: cardDetails({
      brand: textAt(paidBy, "card.brand"),
      last4: textAt(paidBy, "card.last_digits"),
      authorizationCode: textAt(paidBy, "authorization_code"),
      installments: numberAt(paidBy, "installments"),
      amount,
      createdAt,
      timeZone: SAO_PAULO,
    }),
  };
}

function readMethod(charge: JsonObject | undefined, code: JsonObject | undefined): PaymentMethod {
  if (charge !== undefined) return requiredWord(charge, "payment_method.type", methods);
  // a code without arrangements is one for Pix
  return textAt(code, "arrangements.0") === undefined ? "pix" : requiredWord(code, "arrangements.0", methods);
}

function capturedOf(charge: JsonObject, asked: number): number {
  const paid = numberAt(charge, "amount.summary.paid") ?? 0;
  return textAt(charge, "payment_method.type") === "CREDIT_CARD" && paid > 0 ? paid : asked;
}

/** Given back and never paid are both `CANCELED`; the payment's time distinguishes them. */
function toStatus(charge: JsonObject): PaymentStatus {
  const status = requiredText(charge, "status");
  if (status !== "CANCELED") return statuses[status] ?? "pending";
  if (textAt(charge, "paid_at") !== undefined) return "paid";
  return textAt(charge, "payment_response.message") === "EXPIRADO" ? "expired" : "cancelled";
}

function codeStatus(code: JsonObject | undefined): PaymentStatus {
  return codeStatuses[textAt(code, "status") ?? ""] ?? "pending";
}

function readExpiry(charge: JsonObject | undefined, code: JsonObject | undefined): number | undefined {
  const dueDate = textAt(charge, "payment_method.boleto.due_date");
  return dueDate === undefined ? instantAt(code, "expiration_date") : boletoPayableUntil(dueDate);
}

function readRefunds(charge: JsonObject): Refund[] {
  const refunds = objectsAt(charge, "refunds");
  const total = numberAt(charge, "amount.summary.refunded") ?? 0;
  if (refunds.length === 0 && total > 0) {
    const refund_id = `${requiredText(charge, "id")}.1`;
    return [refundOutput({ refund_id, amount: total, at: instantAt(charge, "paid_at") })];
  }
  return refunds.map((refund) =>
    refundOutput({
      refund_id: requiredText(refund, "id"),
      amount: requiredNumber(refund, "amount.value"),
      at: instantAt(refund, "created_at"),
      endToEndId: textAt(refund, "end_to_end_id"),
    }),
  );
}
