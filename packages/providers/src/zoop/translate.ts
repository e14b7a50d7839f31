import {
  type NativeCalls,
  ProviderRefusal,
  type TranslationContext,
  type Translator,
} from "@codespar/backend/ports";
import type { JsonObject, PaymentMethod, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import {
  barcodeOfBoletoLine,
  boletoPayableUntil,
  calendarDateAt,
  formatEndOfDate,
  SAO_PAULO,
  toMinorUnits,
} from "@codespar/formats";
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
import { cardDetails } from "../mappings/payments/card-details.ts";
import { offsetPage, readOffset, translatePaymentList } from "../mappings/payments/list-pages.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { refuseUnpaid } from "../mappings/payments/refuse-paid.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";

const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  credit: "credit_card",
};
const statuses: Readonly<Record<string, PaymentStatus>> = {
  pre_authorized: "authorized",
  succeeded: "paid",
  refunded: "paid",
  reversed: "paid",
  // the payer's bank takes it back, or tries to: it was paid
  dispute: "paid",
  charged_back: "paid",
  failed: "failed",
};
const BOLETO_DAYS = 3;

/** Zoop: cents in, reais as text out, UTC times; when it was paid, given back or closed stands in the transaction's history. */
export const zoopTranslator: Translator = {
  server: "zoop",
  pay: translatePay({
    async create(request, native, context) {
      const tool = request.method === "pix" ? "zoop_create_pix_payment" : "zoop_create_transaction";
      const made = await native.effect(tool, transactionArguments(request, context));
      return refuseDeclined(describeTransaction(made), {
        provider: "Zoop",
        reason: undefined,
        code: textAt(made, "status"),
      });
    },
    get: getTransaction,
    async refund({ paymentId: transaction_id, amount }, native) {
      const found = await getTransaction(transaction_id, native);
      // the same call releases and cancels, which nobody has asked for
      if (found.status === "pending" || found.status === "authorized") refuseUnpaid(transaction_id);
      if (found.method !== "credit_card" && amount !== undefined && amount < found.amount)
        throw voidsWhole(found);
      // the call wants an amount, so all that is left is named
      const args = { transaction_id, amount: amount ?? amountLeft(found) };
      return describeTransaction(await native.effect("zoop_refund_transaction", args));
    },
    async cancel(transaction_id, native) {
      const { status, amount } = await getTransaction(transaction_id, native);
      // cancelled already: this very call may have done it
      if (status !== "authorized" && status !== "cancelled") throw cannotClose(transaction_id, status);
      return describeTransaction(await native.effect("zoop_refund_transaction", { transaction_id, amount }));
    },
    async capture({ paymentId: transaction_id, amount }, native) {
      const held = amount ?? (await getTransaction(transaction_id, native)).amount;
      const args = { transaction_id, amount: held };
      return describeTransaction(await native.effect("zoop_capture_transaction", args));
    },
  }),
  // no filter by time is known, so what is too old or too new is left out here
  listPayments: translatePaymentList(async ({ size, position }, native) => {
    const offset = readOffset(position);
    const page = await native.read("zoop_list_transactions", {
      limit: size,
      offset,
      sort: "time-descending",
    });
    const transactions = objectsAt(page, "items");
    return offsetPage(transactions.map(describeTransaction), offset, page.has_more === true);
  }),
};

async function getTransaction(transaction_id: string, native: NativeCalls): Promise<PayOutput> {
  return describeTransaction(await native.read("zoop_get_transaction", { transaction_id }));
}

/** Cents that can be given back; all of it where nothing is left, which is for Zoop to refuse. */
function amountLeft({ amount, refunds }: PayOutput): number {
  const left = refunds.reduce((rest, refund) => rest - refund.amount, amount);
  return left > 0 ? left : amount;
}

function voidsWhole({ method, amount }: PayOutput): ProviderRefusal {
  return new ProviderRefusal({
    code: "partial_refund_not_offered",
    message: `Zoop gives a ${method} back as a whole. Leave amount out to give back all ${amount} centavos.`,
  });
}

function cannotClose(paymentId: string, status: PaymentStatus): ProviderRefusal {
  if (status === "pending")
    return new ProviderRefusal({
      code: "action_not_offered",
      message: `Zoop cannot close what waits for its payer. Payment ${paymentId} ends by itself when nobody pays.`,
    });
  return new ProviderRefusal({
    code: "payment_not_pending",
    message: `Payment ${paymentId} is ${status}; only a pending one can be cancelled.`,
  });
}

function transactionArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { method, amount, description, reference, due_date, card_token, installments } = request;
  const common = omitUndefined({ amount, currency: "BRL", description, reference_id: reference });
  if (method === "pix") {
    const expiry = due_date === undefined ? undefined : formatEndOfDate(due_date, SAO_PAULO);
    return { ...common, ...omitUndefined({ pix_expiration_date_time: expiry }) };
  }
  if (method === "boleto") {
    const expiration_date = due_date ?? calendarDateAt(now, SAO_PAULO, BOLETO_DAYS);
    return { ...common, payment_type: "boleto", payment_method: { expiration_date } };
  }
  return {
    ...common,
    payment_type: "credit",
    installment_plan: { mode: "interest_free", number_installments: installments },
    ...omitUndefined({ token: card_token, capture: request.holds ? false : undefined }),
  };
}

function describeTransaction(transaction: JsonObject): PayOutput {
  const history = objectsAt(transaction, "history");
  const done = (type: string) =>
    history.find((event) => event.operation_type === type && event.status === "succeeded");
  const whole = numberAt(transaction, "original_amount");
  const shown = toMinorUnits(requiredNumber(transaction, "amount"), "BRL");
  const asked = whole === undefined ? shown : toMinorUnits(whole, "BRL");
  const amount = readAmount(transaction, shown, asked);
  const paid = paidOperations.map(done).find((event) => event !== undefined);
  const method = requiredWord(transaction, "payment_type", methods);
  const createdAt = instantAt(transaction, "created_at");
  // what is released was never paid
  const refunds = paid === undefined ? [] : history.filter(isVoid).map(describeVoid);
  return paymentOutput({
    payment_id: requiredText(transaction, "id"),
    status: toStatus(transaction, { isExpired: done("expired") !== undefined, isVoided: refunds.length > 0 }),
    method,
    amount,
    ...(method === "credit_card" && amount < asked ? { authorized_amount: asked } : {}),
    currency: "BRL",
    createdAt,
    paidAt: instantAt(paid, "created_at"),
    expiresAt: readExpiry(transaction, method),
    ...keptText(transaction, { reference: "reference_id", description: "description" }),
    refunds,
    ...readDetails(transaction, method, amount, createdAt),
  });
}

function readDetails(
  transaction: JsonObject,
  method: PaymentMethod,
  amount: number,
  createdAt: number | undefined,
): Pick<PayOutput, "pix" | "boleto" | "card"> {
  const at = (path: string) => textAt(transaction, `payment_method.${path}`);
  if (method === "pix") {
    const code = requiredText(transaction, "payment_method.qr_code.emv");
    return { pix: pixDetails({ code, picture: at("qr_code.url"), endToEndId: at("end_to_end_id") }) };
  }
  if (method === "boleto") {
    const line = requiredText(transaction, "payment_method.barcode");
    return {
      boleto: {
        digitable_line: line,
        barcode: barcodeOfBoletoLine(line),
        due_date: at("expiration_date")?.slice(0, 10) ?? "",
        pdf_url: at("url") ?? "",
      },
    };
  }
  return {
    card: cardDetails({
      brand: at("card_brand"),
      last4: at("last4_digits"),
      authorizationCode: textAt(transaction, "payment_authorization.authorization_code"),
      installments: numberAt(transaction, "installment_plan.number_installments"),
      amount,
      createdAt,
      timeZone: SAO_PAULO,
    }),
  };
}

function isVoid(event: JsonObject): boolean {
  return event.operation_type === "void" && event.status === "succeeded";
}

function describeVoid(event: JsonObject): Refund {
  return refundOutput({
    refund_id: requiredText(event, "id"),
    amount: toMinorUnits(requiredNumber(event, "amount"), "BRL"),
    at: instantAt(event, "created_at"),
    endToEndId: textAt(event, "end_to_end_id"),
  });
}

/** Of a card that is charged at once its authorisation, of one that was held its capture, of everything else the payment. */
const paidOperations = ["paid", "capture", "authorization"];

/**
 * What was paid, in cents: the amount that is left and what was given back of it. What was cancelled as a whole shows nothing, or the
 * whole of it.
 */
function readAmount(transaction: JsonObject, shown: number, asked: number): number {
  let voided = 0;
  for (const event of objectsAt(transaction, "history").filter(isVoid))
    voided += toMinorUnits(requiredNumber(event, "amount"), "BRL");
  if (voided === 0) return shown;
  return textAt(transaction, "status") === "canceled" ? voided : Math.min(asked, shown + voided);
}

/** What was given back as a whole is `canceled`, as what nobody has paid. */
function toStatus(
  transaction: JsonObject,
  { isExpired, isVoided }: { isExpired: boolean; isVoided: boolean },
): PaymentStatus {
  const status = requiredText(transaction, "status");
  if (status !== "canceled") return statuses[status] ?? "pending";
  return isVoided ? "paid" : isExpired ? "expired" : "cancelled";
}

function readExpiry(transaction: JsonObject, method: PaymentMethod): number | undefined {
  const expiry = textAt(transaction, "payment_method.expiration_date");
  if (expiry === undefined || method === "credit_card") return undefined;
  return method === "boleto"
    ? boletoPayableUntil(expiry.slice(0, 10))
    : instantAt(transaction, "payment_method.expiration_date");
}
