import { secondsTimestamp } from "@codespar/backend";
import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { JsonObject, PaymentMethod, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import { bareText, boletoPayableUntil, calendarDateAt, formatEndOfDate, SAO_PAULO } from "@codespar/formats";
import {
  instantAt,
  numberAt,
  objectsAt,
  requiredNumber,
  requiredText,
  requiredWord,
  textAt,
} from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { bareDocument, brazilPhone, type PayerAddress } from "../mappings/payments/brazil-payer.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { fromOffset, offsetPage, readOffset, translatePaymentList } from "../mappings/payments/list-pages.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { refusePaid, refuseUnpaid } from "../mappings/payments/refuse-paid.ts";
import { translateCheckout } from "../mappings/payments/translate-checkout.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { requireLength } from "../mappings/text/require-length.ts";

const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  credit_card: "credit_card",
};
const BOLETO_DAYS = 3;
/** `code` of an order. */
const REFERENCE_LENGTH = 52;
/** The most that a page of orders has. */
const PAGE_SIZE = 30;

/** Pagar.me v5: cents and UTC times; an order is made with one charge, and the charge is the payment. */
export const pagarmeTranslator: Translator = {
  server: "pagarme",
  pay: translatePay({
    async create(request, native, context) {
      const order = await native.effect("pagarme_create_order", orderArguments(request, context));
      const [charge] = objectsAt(order, "charges");
      if (charge === undefined) throw new TypeError("Pagar.me returned an order without a charge.");
      const last = "last_transaction";
      return refuseDeclined(describeCharge(charge), {
        provider: "Pagar.me",
        reason:
          textAt(charge, `${last}.acquirer_message`) ??
          textAt(charge, `${last}.gateway_response.errors.0.message`),
        code:
          textAt(charge, `${last}.acquirer_return_code`) ?? textAt(charge, `${last}.gateway_response.code`),
      });
    },
    get: async (charge_id, native) => describeCharge(await readCharge(charge_id, native)),
    async refund({ paymentId, amount }, native) {
      if (toStatus(await readCharge(paymentId, native)) !== "paid") refuseUnpaid(paymentId);
      return describeCharge(
        await native.effect("pagarme_refund_charge", omitUndefined({ charge_id: paymentId, amount })),
      );
    },
    async cancel(charge_id, native) {
      if (toStatus(await readCharge(charge_id, native)) === "paid") refusePaid(charge_id);
      return describeCharge(await native.effect("pagarme_cancel_charge", { charge_id }));
    },
    capture: async ({ paymentId, amount }, native) =>
      describeCharge(
        await native.effect("pagarme_capture_charge", omitUndefined({ charge_id: paymentId, amount })),
      ),
  }),
  listPayments: translatePaymentList(async ({ since, until, position }, native) => {
    const page = readOffset(position) / PAGE_SIZE;
    const found = await native.read(
      "pagarme_list_orders",
      omitUndefined({
        created_since: since === undefined ? undefined : new Date(since).toISOString(),
        created_until: until === undefined ? undefined : new Date(until).toISOString(),
        page: Math.floor(page) + 1,
        size: PAGE_SIZE,
      }),
    );
    const orders = objectsAt(found, "data");
    // an order is made with one charge; what waits on a page has none yet
    const charges = orders.flatMap((order) =>
      objectsAt(order, "charges")
        .slice(0, 1)
        .map((charge) => ({ ...charge, customer: order.customer ?? null })),
    );
    const offset = Math.floor(page) * PAGE_SIZE;
    const total = numberAt(found, "paging.total") ?? 0;
    return fromOffset(
      offsetPage(charges.map(describeCharge), offset, offset + orders.length < total),
      readOffset(position) - offset,
    );
  }),
  checkout: translateCheckout(
    "Pagar.me",
    { BRL: ["pix", "boleto", "credit_card"] },
    async (request, native, context) => {
      const minutes = Math.ceil(request.lifetime / 60);
      const link = await native.effect(
        "pagarme_create_payment_link",
        omitUndefined({
          type: "order",
          name: request.description ?? request.lines[0]?.description,
          order_code: context.operationId,
          expires_in: minutes,
          payment_settings: { accepted_payment_methods: request.methods },
          cart_settings: {
            items: request.lines.map((line) => ({
              name: line.description,
              default_quantity: line.quantity,
              amount: line.unit_amount,
            })),
          },
          flow_settings: request.success_url === undefined ? undefined : { success_url: request.success_url },
        }),
      );
      return {
        checkout_id: requiredText(link, "id"),
        url: requiredText(link, "url"),
        amount: request.amount,
        currency: "BRL",
        status: "open",
        payment_methods: request.methods,
        expires_at: secondsTimestamp(instantAt(link, "expires_at") ?? context.now + minutes * 60_000),
      };
    },
  ),
};

function readCharge(charge_id: string, native: NativeCalls): Promise<JsonObject> {
  return native.read("pagarme_get_charge", { charge_id });
}

function orderArguments(request: PaymentRequest, { now, operationId }: TranslationContext): JsonObject {
  const { amount, description = "Pedido", customer } = request;
  const reference = { provider: "Pagar.me", field: "reference", length: REFERENCE_LENGTH };
  const code = requireLength(request.reference, reference);
  return omitUndefined({
    // an order without a reference of the caller's gets the operation's own id where it is called for real
    code: code === operationId ? undefined : code,
    items: [{ code, description, quantity: 1, amount }],
    customer: customer === undefined ? undefined : customerArguments(customer),
    payments: [paymentArguments(request, now)],
  });
}

function customerArguments(customer: NonNullable<PaymentRequest["customer"]>): JsonObject {
  const document = bareDocument(customer);
  const phone = brazilPhone(customer);
  return omitUndefined({
    name: customer.name ?? customer.email ?? document,
    email: customer.email,
    document,
    type: document === undefined ? undefined : document.length === 14 ? "company" : "individual",
    phones:
      phone === undefined
        ? undefined
        : { mobile_phone: { country_code: "55", area_code: phone.area, number: phone.number } },
    address: customer.address && addressArguments(customer.address),
  });
}

/** The first line is number, street and district, in this order (docs.pagar.me/reference/endereços). */
function addressArguments(address: PayerAddress): JsonObject {
  const { postal_code, number, street, complement, district, city, state, country } = address;
  const line = [number, street, district].filter((part) => part !== undefined).join(", ");
  return omitUndefined({
    line_1: line === "" ? undefined : line,
    line_2: complement,
    zip_code: bareText(postal_code),
    city,
    state,
    country: country ?? "BR",
  });
}

function paymentArguments(request: PaymentRequest, now: number): JsonObject {
  const { method, amount, due_date, card_token, installments } = request;
  const payment: JsonObject = { payment_method: method, amount };
  if (method === "pix" && due_date !== undefined)
    payment.pix = { expires_at: formatEndOfDate(due_date, SAO_PAULO) };
  if (method === "boleto") {
    payment.boleto = {
      due_at: formatEndOfDate(due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS), SAO_PAULO),
    };
  }
  if (method === "credit_card") {
    const operation_type = request.holds ? "auth_only" : undefined;
    payment.credit_card = omitUndefined({ installments, card_token, operation_type });
  }
  return payment;
}

function describeCharge(charge: JsonObject): PayOutput {
  const id = requiredText(charge, "id");
  const asked = requiredNumber(charge, "amount");
  const amount = numberAt(charge, "paid_amount") ?? asked;
  const method = requiredWord(charge, "payment_method", methods);
  const createdAt = instantAt(charge, "created_at");
  return paymentOutput({
    payment_id: id,
    status: toStatus(charge),
    method,
    amount,
    ...(method === "credit_card" && amount < asked ? { authorized_amount: asked } : {}),
    currency: "BRL",
    createdAt,
    paidAt: instantAt(charge, "paid_at"),
    expiresAt: method === "credit_card" && !isHeld(charge) ? undefined : readExpiry(charge),
    ...keptText(charge, { reference: "code" }),
    ...keptCustomer(charge, {
      name: "customer.name",
      email: "customer.email",
      document: "customer.document",
    }),
    refunds: readRefunds(charge, id),
    ...readDetails(charge, method, amount, createdAt),
  });
}

function readDetails(
  charge: JsonObject,
  method: PaymentMethod,
  amount: number,
  createdAt: number | undefined,
): Pick<PayOutput, "pix" | "boleto" | "card"> {
  const at = (path: string) => textAt(charge, `last_transaction.${path}`);
  if (method === "pix") {
    const code = requiredText(charge, "last_transaction.qr_code");
    return { pix: pixDetails({ code, picture: at("qr_code_url"), endToEndId: at("end_to_end_id") }) };
  }
  if (method === "boleto") {
    return {
      boleto: {
        digitable_line: requiredText(charge, "last_transaction.line"),
        barcode: requiredText(charge, "last_transaction.barcode"),
        due_date: at("due_at")?.slice(0, 10) ?? "",
        pdf_url: at("pdf") ?? "",
      },
    };
  }
  return {
    card: cardDetails({
      brand: at("card.brand"),
      last4: at("card.last_four_digits"),
      authorizationCode: at("acquirer_auth_code"),
      installments: numberAt(charge, "last_transaction.installments"),
      amount,
      createdAt,
      timeZone: SAO_PAULO,
    }),
  };
}

/** A charge that was given back is `canceled`, as one that was never paid; the payment's time distinguishes them. */
function toStatus(charge: JsonObject): PaymentStatus {
  const status = requiredText(charge, "status");
  if (status === "paid" || status === "overpaid") return "paid";
  // the payer's bank took it back: it was paid
  if (status === "chargedback") return "paid";
  if (status === "canceled") return textAt(charge, "paid_at") === undefined ? "cancelled" : "paid";
  if (status === "pending" && isHeld(charge)) return "authorized";
  if (status !== "failed") return "pending";
  return textAt(charge, "last_transaction.status") === "expired" ? "expired" : "failed";
}

function isHeld(charge: JsonObject): boolean {
  return textAt(charge, "last_transaction.status") === "authorized_pending_capture";
}

function readExpiry(charge: JsonObject): number | undefined {
  const dueDate = textAt(charge, "last_transaction.due_at")?.slice(0, 10);
  return dueDate === undefined
    ? instantAt(charge, "last_transaction.expires_at")
    : boletoPayableUntil(dueDate);
}

function readRefunds(charge: JsonObject, id: string): Refund[] {
  const refunds = objectsAt(charge, "refunds");
  const canceled = numberAt(charge, "canceled_amount") ?? 0;
  if (refunds.length === 0 && canceled > 0 && textAt(charge, "paid_at") !== undefined) {
    return [refundOutput({ refund_id: `${id}.1`, amount: canceled, at: instantAt(charge, "updated_at") })];
  }
  return refunds.map((refund) =>
    refundOutput({
      refund_id: requiredText(refund, "id"),
      amount: requiredNumber(refund, "amount"),
      at: instantAt(refund, "created_at"),
      endToEndId: textAt(refund, "end_to_end_id"),
    }),
  );
}
