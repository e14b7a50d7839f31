import { secondsTimestamp } from "@codespar/backend";
import { type NativeCalls, ProviderRefusal, type Translator } from "@codespar/backend/ports";
import type { CheckoutOutput, JsonObject, PaymentMethod, PaymentStatus, PayOutput } from "@codespar/contract";
import { endOfDate, MEXICO_CITY } from "@codespar/formats";
import { numberAt, objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import {
  readToken,
  tokenPage,
  translateCheckoutList,
  translatePaymentList,
} from "../mappings/payments/list-pages.ts";
import { pageMetadata, readPageMetadata } from "../mappings/payments/page-metadata.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { translateCheckout } from "../mappings/payments/translate-checkout.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";

const types: Readonly<Partial<Record<PaymentMethod, string>>> = {
  spei: "spei",
  oxxo: "cash",
  credit_card: "card",
  debit_card: "card",
};
/** By `object`, which the specification always has; a card's `type` says of which kind it is. */
const methods: Readonly<Record<string, PaymentMethod>> = {
  bank_transfer_payment: "spei",
  cash_payment: "oxxo",
};
const pageMethods: Readonly<Partial<Record<PaymentMethod, string>>> = {
  credit_card: "card",
  debit_card: "card",
  oxxo: "cash",
  spei: "bank_transfer",
};
const statuses: Readonly<Record<string, PaymentStatus>> = {
  paid: "paid",
  partially_refunded: "paid",
  refunded: "paid",
  expired: "expired",
  // the payer's bank took it back: it was paid
  charged_back: "paid",
  canceled: "cancelled",
  voided: "cancelled",
  declined: "failed",
  pre_authorized: "authorized",
};

/** Months without interest that a card can be charged in (conekta/openapi 2.3.0). */
const PLANS: readonly number[] = [3, 6, 9, 12, 18];
/** Conekta takes no refund without a reason. */
const REASON = "requested_by_client";

/** Conekta: centavos of MXN and Unix seconds; the order is the payment. */
export const conektaTranslator: Translator = {
  server: "conekta",
  pay: translatePay({
    create: async (request, native) =>
      describeOrder(await native.effect("conekta_create_order", orderArguments(request))),
    get: async (id, native) => describeOrder(await native.read("conekta_get_order", { id })),
    async refund({ paymentId, amount }, native) {
      const value = amount ?? readAmountLeft(await native.read("conekta_get_order", { id: paymentId }));
      const args = { order_id: paymentId, amount: value, reason: REASON };
      return describeOrder(await native.effect("conekta_refund_charge", args));
    },
    cancel: async (order_id, native) =>
      describeOrder(await native.effect("conekta_cancel_order", { order_id })),
    capture: async ({ paymentId, amount }, native) =>
      describeOrder(
        await native.effect(
          "conekta_capture_order",
          // the call requires an amount, so all that is held is named
          { order_id: paymentId, amount: amount ?? (await heldAmount(paymentId, native)) },
        ),
      ),
  }),
  listPayments: translatePaymentList(async ({ since, until, size, position }, native) => {
    const at = readToken(position);
    const page = await native.read(
      "conekta_list_orders",
      omitUndefined({
        "created_at.gte": since === undefined ? undefined : Math.floor(since / 1000),
        "created_at.lte": until === undefined ? undefined : Math.ceil(until / 1000),
        next: at.token === "" ? undefined : at.token,
        limit: Math.max(size, at.skipped + 1),
      }),
    );
    // an order that waits on a page has no charge yet, and is no payment
    const orders = objectsAt(page, "data").filter((order) => objectsAt(order, "charges.data").length > 0);
    return tokenPage(orders.map(describeOrder), at, nextTokenOf(page));
  }),
  listCheckouts: translateCheckoutList(async ({ size, position }, native, { now }) => {
    const at = readToken(position);
    const page = await native.read(
      "conekta_list_checkouts",
      omitUndefined({ next: at.token === "" ? undefined : at.token, limit: Math.max(size, at.skipped + 1) }),
    );
    const pages = objectsAt(page, "data").map((checkout) => ({
      checkout: describePage(checkout, now),
      createdAt: timeAt(checkout, "starts_at") ?? now,
    }));
    return tokenPage(pages, at, nextTokenOf(page));
  }),
  checkout: translateCheckout(
    "Conekta",
    { MXN: ["credit_card", "debit_card", "oxxo", "spei"] },
    async (request, native, context) => {
      const expires_at = Math.floor(context.now / 1000) + request.lifetime;
      const allowed = new Set(request.methods.map((method) => pageMethods[method] ?? "card"));
      const page = await native.effect(
        "conekta_create_checkout",
        omitUndefined({
          name: request.description ?? request.lines[0]?.description,
          type: "PaymentLink",
          recurrent: false,
          expires_at,
          allowed_payment_methods: [...allowed],
          order_template: {
            currency: "MXN",
            line_items: request.lines.map((line) => ({
              name: line.description,
              quantity: line.quantity,
              unit_price: line.unit_amount,
            })),
            // Conekta shows the amount of a page nowhere else
            metadata: {
              ...pageMetadata(request),
              reference: context.operationId,
              codespar_amount: String(request.amount),
            },
          },
          success_url: request.success_url,
        }),
      );
      return {
        checkout_id: requiredText(page, "id"),
        url: requiredText(page, "url"),
        amount: request.amount,
        currency: "MXN",
        status: "open",
        payment_methods: request.methods,
        expires_at: secondsTimestamp((numberAt(page, "expires_at") ?? expires_at) * 1000),
      };
    },
    {
      get: async (id, native, { now }) =>
        describePage(await native.read("conekta_get_checkout", { id }), now),
    },
  ),
};

function describePage(page: JsonObject, now: number): CheckoutOutput {
  const expiresAt = timeAt(page, "expires_at") ?? now;
  const isPaid = (numberAt(page, "paid_payments_count") ?? 0) > 0;
  return {
    checkout_id: requiredText(page, "id"),
    url: requiredText(page, "url"),
    amount: requiredNumber(page, "metadata.codespar_amount"),
    currency: "MXN",
    status: isPaid ? "completed" : expiresAt <= now ? "expired" : "open",
    expires_at: secondsTimestamp(expiresAt),
    ...readPageMetadata(valueAt(page, "metadata"), ["reference"]),
  };
}

/** Conekta's lists name the next page by its whole address. */
function nextTokenOf(page: JsonObject): string | undefined {
  const address = textAt(page, "next_page_url");
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).searchParams.get("next") ?? undefined;
}

async function heldAmount(id: string, native: NativeCalls): Promise<number> {
  return requiredNumber(await native.read("conekta_get_order", { id }), "amount");
}

function orderArguments(request: PaymentRequest): JsonObject {
  const { method, amount, reference, description = "Pedido", customer } = request;
  return omitUndefined({
    currency: "MXN",
    customer_info:
      customer === undefined
        ? undefined
        : omitUndefined({ name: customer.name, email: customer.email, phone: customer.phone }),
    line_items: [{ name: description, quantity: 1, unit_price: amount }],
    charges: [{ amount, payment_method: paymentMethod(request) }],
    metadata: { reference, codespar_method: method },
    pre_authorize: request.holds ? true : undefined,
  });
}

function paymentMethod(request: PaymentRequest): JsonObject {
  const { method, due_date, card_token, installments } = request;
  const type = types[method] ?? "card";
  if (type === "card") {
    return omitUndefined({
      type,
      token_id: card_token,
      monthly_installments: installments > 1 ? toPlan(installments) : undefined,
    });
  }
  const expiresAt = due_date === undefined ? undefined : endOfDate(due_date, MEXICO_CITY) / 1000;
  return omitUndefined({ type, expires_at: expiresAt });
}

function toPlan(installments: number): number {
  if (PLANS.includes(installments)) return installments;
  throw new ProviderRefusal({
    code: "invalid_request",
    message: `Conekta charges a card at once or in ${PLANS.join(", ")} installments, not in ${installments}.`,
  });
}

/** What a refund without an amount gives back; the whole once nothing is left, so that Conekta says why not. */
function readAmountLeft(order: JsonObject): number {
  const amount = requiredNumber(order, "amount");
  const left = amount - (numberAt(order, "amount_refunded") ?? 0);
  return left > 0 ? left : amount;
}

function describeOrder(order: JsonObject): PayOutput {
  const [charge] = objectsAt(order, "charges.data");
  const amount = requiredNumber(order, "amount");
  const createdAt = timeAt(order, "created_at");
  const method = readMethod(charge);
  return paymentOutput({
    payment_id: requiredText(order, "id"),
    status: statuses[requiredText(order, "payment_status")] ?? "pending",
    method,
    amount,
    currency: "MXN",
    createdAt,
    paidAt: timeAt(charge, "paid_at"),
    expiresAt: timeAt(charge, "payment_method.expires_at"),
    ...keptText(order, { reference: "metadata.reference" }),
    ...keptCustomer(order, {
      name: "customer_info.name",
      email: "customer_info.email",
      phone: "customer_info.phone",
    }),
    refunds: objectsAt(charge, "refunds.data").map((refund) =>
      refundOutput({
        refund_id: requiredText(refund, "id"),
        // Conekta writes what was given back as a negative amount
        amount: Math.abs(requiredNumber(refund, "amount")),
        at: timeAt(refund, "created_at"),
      }),
    ),
    ...readDetails(valueAt(charge, "payment_method"), method, amount, createdAt),
  });
}

function readMethod(charge: JsonObject | undefined): PaymentMethod {
  const known = methods[requiredText(charge, "payment_method.object")];
  return known ?? (textAt(charge, "payment_method.type") === "debit" ? "debit_card" : "credit_card");
}

function readDetails(
  paidBy: Parameters<typeof textAt>[0],
  method: PaymentMethod,
  amount: number,
  createdAt: number | undefined,
): Pick<PayOutput, "spei" | "oxxo" | "card"> {
  if (method === "spei") {
    const tracking_key = textAt(paidBy, "tracking_code");
    return {
      spei: {
        clabe: requiredText(paidBy, "clabe"),
        reference: textAt(paidBy, "reference_number") ?? textAt(paidBy, "reference") ?? "",
        ...(tracking_key === undefined ? {} : { tracking_key }),
      },
    };
  }
  if (method === "oxxo") {
    return {
      oxxo: {
        reference: requiredText(paidBy, "reference"),
        barcode_url: textAt(paidBy, "barcode_url") ?? "",
      },
    };
  }
  return {
    card: cardDetails({
      brand: textAt(paidBy, "brand"),
      last4: textAt(paidBy, "last4"),
      authorizationCode: textAt(paidBy, "auth_code"),
      installments: numberAt(paidBy, "monthly_installments"),
      amount,
      createdAt,
      timeZone: MEXICO_CITY,
    }),
  };
}

function timeAt(json: JsonObject | undefined, path: string): number | undefined {
  const seconds = numberAt(json, path);
  return seconds === undefined ? undefined : seconds * 1000;
}
