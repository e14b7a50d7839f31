import {
  type NativeCalls,
  ProviderRefusal,
  type TranslationContext,
  type Translator,
} from "@codespar/backend/ports";
import type { JsonObject, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import { timeZoneOfCurrency } from "@codespar/formats";
import {
  instantAt,
  numberAt,
  objectsAt,
  requiredNumber,
  requiredText,
  textAt,
  valueAt,
} from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { cardDetails } from "../mappings/payments/card-details.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";
import { requireLength } from "../mappings/text/require-length.ts";

const TOKEN = /^[0-9a-f]{64}$/;
/** How long the payer has in the Webpay form. */
const FORM_LIFETIME = 600_000;
const FORM_URL = "https://webpay3g.transbank.cl/webpayserver/initTransaction";
const BUY_ORDER_LENGTH = 26;
const SESSION_ID_LENGTH = 61;
const USERNAME_LENGTH = 40;

const statuses: Readonly<Record<string, PaymentStatus>> = {
  AUTHORIZED: "paid",
  CAPTURED: "paid",
  PARTIALLY_NULLIFIED: "paid",
  NULLIFIED: "paid",
  FAILED: "failed",
};

/**
 * Transbank: whole pesos. Webpay Plus sends the payer to a form and is known by its token; cards that are
 * registered are charged by Oneclick, which is known by its buy order.
 */
export const transbankTranslator: Translator = {
  server: "transbank",
  pay: translatePay({
    async create(request, native, context) {
      if (request.holds) throw deferredByShop();
      if (request.method !== "webpay") {
        const made = await native.effect("transbank_authorize_oneclick", cardArguments(request, context));
        return refuseDeclined(describeCard(made), {
          provider: "Transbank",
          reason: undefined,
          code: textAt(made, "details.0.response_code"),
        });
      }
      const made = await native.effect("transbank_create_transaction", {
        buy_order: readBuyOrder(request, context),
        session_id: context.operationId.slice(0, SESSION_ID_LENGTH),
        amount: request.amount,
      });
      return read(requiredText(made, "token"), native, context);
    },
    get: read,
    async refund({ paymentId, amount }, native, context) {
      const isKnown = amount !== undefined && TOKEN.test(paymentId);
      const paid = isKnown ? {} : await readTransaction(paymentId, native);
      await giveBack(paymentId, paid, amount ?? remaining(paid), native);
      return read(paymentId, native, context);
    },
    // to refund nothing closes what nobody has paid, and never gives money back
    async cancel(paymentId, native, context) {
      const known = TOKEN.test(paymentId) ? {} : await readTransaction(paymentId, native);
      await giveBack(paymentId, known, 0, native);
      return read(paymentId, native, context);
    },
    /** The shop's commerce code says whether a transaction is captured later, so only the capture is a call. */
    async capture({ paymentId, amount }, native, context) {
      const held = await readTransaction(paymentId, native);
      await native.effect("transbank_capture_transaction", {
        token: paymentId,
        buy_order: requiredText(held, "buy_order"),
        authorization_code: textAt(held, "authorization_code") ?? "",
        capture_amount: amount ?? requiredNumber(valueAt(held, "details.0") ?? held, "amount"),
      });
      return read(paymentId, native, context);
    },
  }),
};

function deferredByShop(): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_offered",
    message:
      "At Transbank the shop's commerce code says whether a payment is captured later. Leave capture out, and send action capture afterwards.",
  });
}

async function read(id: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput> {
  const transaction = await readTransaction(id, native);
  return TOKEN.test(id) ? describeWebpay(transaction, id, context) : describeCard(transaction);
}

function readTransaction(id: string, native: NativeCalls): Promise<JsonObject> {
  return TOKEN.test(id)
    ? native.read("transbank_get_transaction", { token: id })
    : native.read("transbank_get_oneclick", { buy_order: id });
}

/** At Oneclick the shop inside the mall gives it back, by an order of its own. */
async function giveBack(id: string, paid: JsonObject, amount: number, native: NativeCalls): Promise<void> {
  if (TOKEN.test(id)) {
    await native.effect("transbank_refund_transaction", { token: id, amount });
    return;
  }
  await native.effect("transbank_refund_oneclick", {
    buy_order: id,
    commerce_code: requiredText(paid, "details.0.commerce_code"),
    detail_buy_order: requiredText(paid, "details.0.buy_order"),
    amount,
  });
}

function cardArguments(request: PaymentRequest, context: TranslationContext): JsonObject {
  const { method, amount, reference, installments, customer, card_token } = request;
  const username = customer?.email ?? customer?.document ?? reference;
  return omitUndefined({
    username: cutText(username, USERNAME_LENGTH),
    tbk_user: card_token,
    // unique at Transbank, which a caller's reference need not be
    buy_order: context.operationId.slice(-BUY_ORDER_LENGTH),
    details: [
      {
        buy_order: readBuyOrder(request, context),
        amount,
        installments_number: installments > 1 ? installments : 0,
        payment_type_code: method === "debit_card" ? "VD" : "VN",
      },
    ],
  });
}

/** A reference as Transbank takes it: 26 characters, few signs. */
function readBuyOrder({ reference }: PaymentRequest, { operationId }: TranslationContext): string {
  // Transbank keeps nothing else of the order, so a caller's reference is never cut
  const whole =
    reference === operationId
      ? reference
      : requireLength(reference, { provider: "Transbank", field: "reference", length: BUY_ORDER_LENGTH });
  return whole.replace(/[^A-Za-z0-9|_=&%.,~:/?[+!@()>-]/g, "-").slice(0, BUY_ORDER_LENGTH);
}

function describeWebpay(transaction: JsonObject, token: string, { now }: TranslationContext): PayOutput {
  const createdAt = instantAt(transaction, "creation_date") ?? instantAt(transaction, "transaction_date");
  const expiresAt = (createdAt ?? 0) + FORM_LIFETIME;
  const paidAt = readPaidAt(transaction, transaction);
  const url = textAt(transaction, "url") ?? FORM_URL;
  return paymentOutput({
    payment_id: token,
    status: toStatus(transaction, paidAt, now > expiresAt),
    method: "webpay",
    amount: requiredNumber(transaction, "amount"),
    currency: "CLP",
    createdAt,
    paidAt,
    expiresAt,
    refunds: readRefunds(transaction, transaction, paidAt),
    webpay: { token, redirect_url: withToken(url, token) },
  });
}

function describeCard(transaction: JsonObject): PayOutput {
  const [detail] = objectsAt(transaction, "details");
  const amount = requiredNumber(detail, "amount");
  const createdAt = instantAt(transaction, "creation_date") ?? instantAt(transaction, "transaction_date");
  const paidAt = readPaidAt(transaction, detail);
  const installments = numberAt(detail, "installments_number") ?? 0;
  return paymentOutput({
    payment_id: requiredText(transaction, "buy_order"),
    status: toStatus(detail, paidAt, false),
    method: textAt(detail, "payment_type_code") === "VD" ? "debit_card" : "credit_card",
    amount,
    currency: "CLP",
    createdAt,
    paidAt,
    refunds: readRefunds(transaction, detail, paidAt),
    card: cardDetails({
      brand: textAt(transaction, "card_detail.card_type"),
      last4: textAt(transaction, "card_detail.card_number")?.slice(-4),
      authorizationCode: textAt(detail, "authorization_code"),
      installments: Math.max(installments, 1),
      amount,
      createdAt,
      timeZone: timeZoneOfCurrency("CLP"),
    }),
  });
}

/** A payment that was taken back in full may be `REVERSED`, as a form that was closed unpaid. */
function toStatus(
  detail: JsonObject | undefined,
  paidAt: number | undefined,
  isLate: boolean,
): PaymentStatus {
  const status = requiredText(detail, "status");
  if (status === "REVERSED") return paidAt === undefined ? "cancelled" : "paid";
  return statuses[status] ?? (isLate ? "expired" : "pending");
}

/** Response code 0 is an approval; the date is then that of the authorization. */
function readPaidAt(transaction: JsonObject, detail: JsonObject | undefined): number | undefined {
  return numberAt(detail, "response_code") === 0 ? instantAt(transaction, "transaction_date") : undefined;
}

function readRefunds(
  transaction: JsonObject,
  detail: JsonObject | undefined,
  paidAt: number | undefined,
): Refund[] {
  const refunds = objectsAt(transaction, "refunds");
  const given = requiredNumber(detail, "amount") - (numberAt(detail, "balance") ?? Number.NaN);
  if (refunds.length === 0 && paidAt !== undefined && given > 0) {
    return [
      refundOutput({ refund_id: `${requiredText(transaction, "buy_order")}.1`, amount: given, at: paidAt }),
    ];
  }
  return refunds.map((refund) =>
    refundOutput({
      refund_id: requiredText(refund, "id"),
      amount: requiredNumber(refund, "amount"),
      at: instantAt(refund, "authorization_date"),
    }),
  );
}

/** What a refund without an amount gives back; the whole once nothing is left, so that Transbank says why not. */
function remaining(transaction: JsonObject): number {
  const detail = valueAt(transaction, "details.0") ?? transaction;
  const balance = numberAt(detail, "balance") ?? 0;
  return balance > 0 ? balance : requiredNumber(detail, "amount");
}

/** The form takes the token by POST; by link it is a parameter. */
function withToken(url: string, token: string): string {
  const address = new URL(url);
  address.searchParams.set("token_ws", token);
  return address.href;
}
