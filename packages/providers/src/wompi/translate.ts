import { secondsTimestamp, timestamp } from "@codespar/backend";
import { type NativeCalls, ProviderRefusal, type Translator } from "@codespar/backend/ports";
import type {
  CheckoutOutput,
  JsonObject,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
import { calendarDateAt, endOfDate, timeZoneOfCurrency } from "@codespar/formats";
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
import { cardDetails } from "../mappings/payments/card-details.ts";
import { toIdentification } from "../mappings/payments/identification.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { fromOffset, offsetPage, readOffset, translatePaymentList } from "../mappings/payments/list-pages.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { refuseDeclined } from "../mappings/payments/refuse-declined.ts";
import { translateCheckout } from "../mappings/payments/translate-checkout.ts";
import { keptText, type PaymentRequest, translatePay } from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";

const types: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pse: "PSE",
  credit_card: "CARD",
  wallet: "NEQUI",
};
/** What has no word of its own is paid in an app or by a code, and a wallet comes nearest. */
const methods: Readonly<Record<string, PaymentMethod>> = {
  PSE: "pse",
  CARD: "credit_card",
  CARD_POS: "credit_card",
  NEQUI: "wallet",
  DAVIPLATA: "wallet",
  BANCOLOMBIA: "wallet",
  BANCOLOMBIA_TRANSFER: "wallet",
  BANCOLOMBIA_QR: "wallet",
  BANCOLOMBIA_COLLECT: "wallet",
  BANCOLOMBIA_BNPL: "wallet",
  SU_PLUS: "wallet",
  PCOL: "wallet",
};
const COLOMBIA_OFFSET = timeZoneOfCurrency("COP");

const DESCRIPTION_LENGTH = 64;

/** Wompi: centavos of COP and UTC times, every response in `data`; a wallet is Nequi. */
export const wompiTranslator: Translator = {
  server: "wompi",
  pay: translatePay({
    async create(request, native) {
      const email = requireEmail(request);
      const merchant = await native.read("wompi_get_merchant", {});
      const response = await native.effect("wompi_create_transaction", {
        ...acceptance(merchant),
        ...transactionArguments(request, email),
      });
      const reason = textAt(response, "data.status_message");
      return refuseDeclined(describeTransaction(response), {
        provider: "Wompi",
        reason,
        code: textAt(response, "data.status"),
      });
    },
    get: getTransaction,
    async refund({ paymentId, amount }, native) {
      const found = await getTransaction(paymentId, native);
      if (found.method !== "credit_card") throw keepsMoney();
      if (amount !== undefined && amount !== found.amount) throw voidsWhole(found.amount);
      // voided already is for Wompi to say
      await native.effect("wompi_void_transaction", { transaction_id: paymentId });
      return getTransaction(paymentId, native);
    },
    async cancel(paymentId, native) {
      const { status } = await getTransaction(paymentId, native);
      throw cannotClose(paymentId, status);
    },
  }),
  listPayments: translatePaymentList(async ({ since, until, size, position }, native) => {
    const offset = readOffset(position);
    const page = Math.floor(offset / size);
    const found = await native.read(
      "wompi_list_transactions",
      omitUndefined({
        from_date: since === undefined ? undefined : calendarDateAt(since, COLOMBIA_OFFSET),
        until_date: until === undefined ? undefined : calendarDateAt(until, COLOMBIA_OFFSET),
        order_by: "created_at",
        order: "DESC",
        page: page + 1,
        page_size: size,
      }),
    );
    const transactions = objectsAt(found, "data");
    const total = numberAt(found, "meta.total_results") ?? 0;
    const start = page * size;
    return fromOffset(
      offsetPage(
        transactions.map((data) => describeTransaction({ data })),
        start,
        start + transactions.length < total,
      ),
      offset - start,
    );
  }),
  checkout: translateCheckout(
    "Wompi",
    { COP: ["credit_card", "pse", "wallet"] },
    async (request, native, context) => {
      const expiresAt = context.now + request.lifetime * 1000;
      const name = request.description ?? request.lines[0]?.description;
      const link = await native.effect(
        "wompi_create_payment_link",
        omitUndefined({
          name,
          description: name,
          single_use: true,
          collect_shipping: false,
          currency: "COP",
          amount_in_cents: request.amount,
          expires_at: timestamp(expiresAt),
          redirect_url: request.success_url,
          sku: context.operationId,
          payment_methods: request.methods.map((method) => types[method] ?? "CARD"),
        }),
      );
      const id = requiredText(link, "data.id");
      return {
        checkout_id: id,
        url: textAt(link, "data.url") ?? `https://checkout.wompi.co/l/${id}`,
        amount: request.amount,
        currency: "COP",
        status: "open",
        payment_methods: request.methods,
        expires_at: secondsTimestamp(instantAt(link, "data.expires_at") ?? expiresAt),
      };
    },
    {
      get: async (payment_link_id, native, { now }) =>
        describeLink(await native.read("wompi_get_payment_link", { payment_link_id }), now),
    },
  ),
};

async function getTransaction(transaction_id: string, native: NativeCalls): Promise<PayOutput> {
  return describeTransaction(await native.read("wompi_get_transaction", { transaction_id }));
}

function requireEmail({ customer }: PaymentRequest): string {
  if (customer?.email !== undefined) return customer.email;
  throw new ProviderRefusal({
    code: "customer_required",
    message: "customer.email is missing. Wompi sends the receipt there and takes no payment without it.",
  });
}

/** By which the payer accepts Wompi's terms; the caller has shown them. */
function acceptance(merchant: JsonObject): JsonObject {
  return omitUndefined({
    acceptance_token: requiredText(merchant, "data.presigned_acceptance.acceptance_token"),
    accept_personal_auth: textAt(merchant, "data.presigned_personal_data_auth.acceptance_token"),
  });
}

function keepsMoney(): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_offered",
    message:
      "Wompi gives back cards alone by its API. Return the money by a transfer to the payer's account.",
  });
}

/** A part can be voided, but nothing that Wompi documents shows it afterwards. */
function voidsWhole(amount: number): ProviderRefusal {
  return new ProviderRefusal({
    code: "partial_refund_not_offered",
    message: `Wompi shows no refund of a part. Leave amount out to give back all ${amount} centavos.`,
  });
}

function cannotClose(paymentId: string, status: PaymentStatus): ProviderRefusal {
  if (status === "pending")
    return new ProviderRefusal({
      code: "action_not_offered",
      message: `Wompi cannot close what waits for its payer. Payment ${paymentId} ends by itself when nobody pays.`,
    });
  return new ProviderRefusal({
    code: "payment_not_pending",
    message: `Payment ${paymentId} is ${status}; only a pending one can be cancelled.`,
  });
}

/** A link is for one payment, so what is not active and not late was paid. */
function describeLink(link: JsonObject, now: number): CheckoutOutput {
  const id = requiredText(link, "data.id");
  const expiresAt = instantAt(link, "data.expires_at") ?? now;
  const isActive = valueAt(link, "data.active") === true;
  const description = textAt(link, "data.name");
  return {
    checkout_id: id,
    url: textAt(link, "data.url") ?? `https://checkout.wompi.co/l/${id}`,
    amount: requiredNumber(link, "data.amount_in_cents"),
    currency: "COP",
    status: expiresAt <= now ? "expired" : isActive ? "open" : "completed",
    // Wompi's own page offers what the account has, and the link does not say it
    payment_methods: [],
    expires_at: secondsTimestamp(expiresAt),
    ...(description === undefined ? {} : { description }),
  };
}

function transactionArguments(request: PaymentRequest, customer_email: string): JsonObject {
  const { method, amount, reference, due_date } = request;
  const isCard = method === "credit_card";
  return omitUndefined({
    amount_in_cents: amount,
    currency: "COP",
    customer_email,
    reference,
    payment_method: paymentMethod(request),
    customer_data: customerData(request),
    expiration_time:
      due_date === undefined || isCard ? undefined : timestamp(endOfDate(due_date, COLOMBIA_OFFSET)),
  });
}

function customerData({ customer }: PaymentRequest): JsonObject | undefined {
  if (customer?.name === undefined && customer?.phone === undefined) return undefined;
  return omitUndefined({ full_name: customer.name, phone_number: customer.phone });
}

function paymentMethod(request: PaymentRequest): JsonObject {
  const { method, description, customer, card_token, installments } = request;
  const type = types[method] ?? "CARD";
  if (method === "credit_card") return omitUndefined({ type, installments, token: card_token });
  if (method === "wallet")
    return omitUndefined({ type, phone_number: customer?.phone?.replace(/^\+57/, "") });
  const document = customer && toIdentification(customer, "COP");
  return omitUndefined({
    type,
    user_type: document && (document.isCompany ? 1 : 0),
    user_legal_id_type: document?.type,
    user_legal_id: document?.number,
    payment_description: description === undefined ? undefined : cutText(description, DESCRIPTION_LENGTH),
  });
}

function describeTransaction(response: JsonObject): PayOutput {
  const amount = requiredNumber(response, "data.amount_in_cents");
  const method = requiredWord(response, "data.payment_method_type", methods);
  const refunds = readRefunds(response, method, amount);
  const status = toStatus(response, refunds);
  return paymentOutput({
    payment_id: requiredText(response, "data.id"),
    status,
    method,
    amount,
    currency: "COP",
    createdAt: instantAt(response, "data.created_at"),
    paidAt: status === "paid" ? instantAt(response, "data.finalized_at") : undefined,
    expiresAt: instantAt(response, "data.expiration_time"),
    ...keptText(response, { reference: "data.reference" }),
    ...keptCustomer(response, { name: "data.customer_data.full_name", email: "data.customer_email" }),
    refunds,
    ...readDetails(response, method, amount),
  });
}

function readDetails(
  response: JsonObject,
  method: PaymentMethod,
  amount: number,
): Pick<PayOutput, "pse" | "card"> {
  const at = (path: string) => textAt(response, `data.payment_method.extra.${path}`);
  if (method === "wallet") return {};
  if (method === "pse") {
    return { pse: { redirect_url: at("async_payment_url") ?? "", cus: at("traceability_code") ?? "" } };
  }
  return {
    card: cardDetails({
      brand: at("brand"),
      last4: at("last_four"),
      authorizationCode: at("authorization_code"),
      installments: numberAt(response, "data.payment_method.installments"),
      amount,
      createdAt: instantAt(response, "data.created_at"),
      timeZone: COLOMBIA_OFFSET,
    }),
  };
}

/** An `ERROR` at or after the expiry is that expiry. */
function toStatus(response: JsonObject, refunds: readonly Refund[]): PaymentStatus {
  switch (requiredText(response, "data.status")) {
    case "APPROVED":
      return "paid";
    case "VOIDED":
      return refunds.length > 0 ? "paid" : "cancelled";
    case "DECLINED":
      return "failed";
    case "ERROR": {
      const endedAt = instantAt(response, "data.finalized_at") ?? 0;
      const expiresAt = instantAt(response, "data.expiration_time");
      return expiresAt !== undefined && endedAt >= expiresAt ? "expired" : "failed";
    }
    default:
      return "pending";
  }
}

/** A voided card was given back whole; nothing shows a part of it. */
function readRefunds(response: JsonObject, method: PaymentMethod, amount: number): Refund[] {
  if (method !== "credit_card" || textAt(response, "data.status") !== "VOIDED") return [];
  const refund_id = `${requiredText(response, "data.id")}.1`;
  return [refundOutput({ refund_id, amount, at: instantAt(response, "data.finalized_at") })];
}
