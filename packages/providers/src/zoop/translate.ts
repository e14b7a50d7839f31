import type { TranslationContext, Translator } from "@codespar/backend/ports";
import type { JsonObject, PaymentMethod, PaymentStatus, PayOutput } from "@codespar/contract";
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
    get: async (transaction_id, native) =>
      describeTransaction(await native.read("zoop_get_transaction", { transaction_id })),
    refund: async ({ paymentId, amount }, native) =>
      describeTransaction(
        await native.effect("zoop_refund_transaction", omitUndefined({ transaction_id: paymentId, amount })),
      ),
    // to void nothing closes what nobody has paid, and never gives money back
    cancel: async (transaction_id, native) =>
      describeTransaction(await native.effect("zoop_refund_transaction", { transaction_id, amount: 0 })),
    capture: async ({ paymentId, amount }, native) =>
      describeTransaction(
        await native.effect("zoop_capture_transaction", omitUndefined({ transaction_id: paymentId, amount })),
      ),
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
  const getTime = (type: string) =>
    instantAt(
      history.find((event) => event.operation_type === type),
      "created_at",
    );
  const amount = toMinorUnits(requiredNumber(transaction, "amount"), "BRL");
  const whole = numberAt(transaction, "original_amount");
  const asked = whole === undefined ? amount : toMinorUnits(whole, "BRL");
  const method = requiredWord(transaction, "payment_type", methods);
  const createdAt = instantAt(transaction, "created_at");
  return paymentOutput({
    payment_id: requiredText(transaction, "id"),
    status: toStatus(transaction, getTime("expired")),
    method,
    amount,
    ...(method === "credit_card" && amount < asked ? { authorized_amount: asked } : {}),
    currency: "BRL",
    createdAt,
    paidAt: getTime("paid"),
    expiresAt: readExpiry(transaction, method),
    ...keptText(transaction, { reference: "reference_id", description: "description" }),
    refunds: history
      .filter((event) => event.operation_type === "void")
      .map((event) =>
        refundOutput({
          refund_id: requiredText(event, "id"),
          amount: toMinorUnits(requiredNumber(event, "amount"), "BRL"),
          at: instantAt(event, "created_at"),
          endToEndId: textAt(event, "end_to_end_id"),
        }),
      ),
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
  const paid = objectsAt(transaction, "history").find(
    ({ operation_type: type }) => type === "paid" || type === "authorization",
  );
  return {
    card: cardDetails({
      brand: at("card_brand"),
      last4: at("last4_digits"),
      authorizationCode: textAt(paid, "authorization_code"),
      installments: numberAt(transaction, "installment_plan.number_installments"),
      amount,
      createdAt,
      timeZone: SAO_PAULO,
    }),
  };
}

function toStatus(transaction: JsonObject, expiredAt: number | undefined): PaymentStatus {
  const status = requiredText(transaction, "status");
  if (status === "canceled") return expiredAt === undefined ? "cancelled" : "expired";
  return statuses[status] ?? "pending";
}

function readExpiry(transaction: JsonObject, method: PaymentMethod): number | undefined {
  const expiry = textAt(transaction, "payment_method.expiration_date");
  if (expiry === undefined || method === "credit_card") return undefined;
  return method === "boleto"
    ? boletoPayableUntil(expiry.slice(0, 10))
    : instantAt(transaction, "payment_method.expiration_date");
}
