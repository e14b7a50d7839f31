import {
  type NativeCalls,
  ProviderRefusal,
  type TranslationContext,
  type Translator,
} from "@codespar/backend/ports";
import type {
  Customer,
  JsonObject,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
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
import { refusePaid, refuseUnpaid } from "../mappings/payments/refuse-paid.ts";
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
const BOLETO_DAYS = 3;
const REFERENCE_LENGTH = 64;
/** Of an item. */
const NAME_LENGTH = 64;
/** A boleto names where its payer lives. */
const ADDRESS = ["street", "number", "district", "city", "state"] as const;

/** PagSeguro (PagBank): cents; the order is the payment, and its charge is what is cancelled and given back. */
export const pagseguroTranslator: Translator = {
  server: "pagseguro",
  pay: translatePay({
    async create(request, native, context) {
      const order = await native.effect("pagseguro_create_order", orderArguments(request, context));
      return refuseDeclined(describeOrder(order, context), {
        provider: "PagBank",
        reason: textAt(order, "charges.0.payment_response.message"),
        code: textAt(order, "charges.0.payment_response.code"),
      });
    },
    get: async (id, native, context) => describeOrder(await readOrder(id, native), context),
    async refund({ paymentId, amount }, native, context) {
      const [charge] = objectsAt(await readOrder(paymentId, native), "charges");
      // the call cancels what is not paid, which nobody has asked for
      if (charge === undefined || toStatus(charge) !== "paid") refuseUnpaid(paymentId);
      await native.effect("pagseguro_refund_charge", {
        charge_id: requiredText(charge, "id"),
        // the call requires an amount, so all that is left is named
        amount: { value: amount ?? amountLeft(charge) },
      });
      return describeOrder(await readOrder(paymentId, native), context);
    },
    async cancel(paymentId, native, context) {
      const order = await readOrder(paymentId, native);
      const [charge] = objectsAt(order, "charges");
      if (charge === undefined) throw codeEndsByItself(paymentId);
      if (toStatus(charge) === "paid") refusePaid(paymentId);
      await native.effect("pagseguro_cancel_charge", {
        charge_id: requiredText(charge, "id"),
        amount: { value: requiredNumber(charge, "amount.value") },
      });
      return describeOrder(await readOrder(paymentId, native), context);
    },
    async capture({ paymentId, amount }, native, context) {
      const order = await readOrder(paymentId, native);
      await native.effect("pagseguro_capture_charge", {
        charge_id: requiredText(order, "charges.0.id"),
        amount: { value: amount ?? requiredNumber(order, "charges.0.amount.value") },
      });
      return describeOrder(await readOrder(paymentId, native), context);
    },
  }),
};

function readOrder(order_id: string, native: NativeCalls): Promise<JsonObject> {
  return native.read("pagseguro_get_order", { order_id });
}

/** Cents that can be given back; all that was paid where nothing is left, which is for PagBank to refuse. */
function amountLeft(charge: JsonObject): number {
  const paid = numberAt(charge, "amount.summary.paid") ?? requiredNumber(charge, "amount.value");
  const left = paid - (numberAt(charge, "amount.summary.refunded") ?? 0);
  return left > 0 ? left : paid;
}

/** There is no charge before somebody pays, and no call that withdraws a code. */
function codeEndsByItself(paymentId: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_offered",
    message: `PagBank cannot withdraw a QR code. Payment ${paymentId} ends by itself when nobody pays.`,
  });
}

/** Name, e-mail and document of whoever pays, and for a boleto where they live: PagBank requires all of it. */
function requirePayer({ method, customer }: PaymentRequest): Customer {
  const { email, document, address } = customer ?? {};
  const required: [string, string | undefined][] = [
    ["customer.email", email],
    ["customer.document", document],
  ];
  if (method === "boleto")
    for (const field of ADDRESS) required.push([`customer.address.${field}`, address?.[field]]);
  const missing = required.filter(([, value]) => value === undefined).map(([field]) => field);
  if (customer === undefined || missing.length > 0)
    throw new ProviderRefusal({
      code: "customer_required",
      message: `PagBank requires ${missing.join(", ")}. Send them with the payment.`,
    });
  return customer;
}

function orderArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { method, amount, reference, description = "Pedido", due_date } = request;
  const customer = requirePayer(request);
  const order = omitUndefined({
    reference_id: requireLength(reference, {
      provider: "PagBank",
      field: "reference",
      length: REFERENCE_LENGTH,
    }),
    customer: customerArguments(customer),
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

function customerArguments(customer: Customer): JsonObject {
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
function holderArguments(customer: Customer): JsonObject {
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

function describeOrder(order: JsonObject, { now }: Pick<TranslationContext, "now">): PayOutput {
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
    status: charge === undefined ? codeStatus(code, now) : toStatus(charge),
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
        pdf_url: textAt(pdf, "href") ?? "",
      },
    };
  }
  return {
    card: cardDetails({
      brand: textAt(paidBy, "card.brand"),
      last4: textAt(paidBy, "card.last_digits"),
      authorizationCode: textAt(order, "charges.0.payment_response.raw_data.authorization_code"),
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

/** A code that nobody has paid passes its time without a word. */
function codeStatus(code: JsonObject | undefined, now: number): PaymentStatus {
  const expiresAt = instantAt(code, "expiration_date");
  return expiresAt !== undefined && expiresAt < now ? "expired" : "pending";
}

function readExpiry(charge: JsonObject | undefined, code: JsonObject | undefined): number | undefined {
  const dueDate = textAt(charge, "payment_method.boleto.due_date");
  return dueDate === undefined ? instantAt(code, "expiration_date") : boletoPayableUntil(dueDate);
}

/** The sum of what was given back; its parts and their times are not shown, so that it has the payment's own. */
function readRefunds(charge: JsonObject): Refund[] {
  const amount = numberAt(charge, "amount.summary.refunded") ?? 0;
  if (amount === 0) return [];
  const refund_id = `${requiredText(charge, "id")}.${amount}`;
  return [refundOutput({ refund_id, amount, at: instantAt(charge, "paid_at") })];
}
