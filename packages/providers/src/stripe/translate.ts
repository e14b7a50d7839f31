import { secondsTimestamp } from "@codespar/backend";
import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type {
  CardDetails,
  CheckoutOutput,
  CheckoutStatus,
  Currency,
  JsonObject,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
import { currencies, paymentMethods } from "@codespar/contract";
import {
  barcodeOfBoletoLine,
  calendarDateAt,
  countryOfCurrency,
  daysBetween,
  endOfDate,
  MEXICO_CITY,
  SAO_PAULO,
  txidOfBrCode,
} from "@codespar/formats";
import { numberAt, objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readBoletoDueDate } from "../mappings/payments/boleto-due-date.ts";
import type { PayerAddress } from "../mappings/payments/brazil-payer.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { listInstallments } from "../mappings/payments/list-installments.ts";
import {
  type ListRequest,
  pageAfterIds,
  translateCheckoutList,
  translatePaymentList,
} from "../mappings/payments/list-pages.ts";
import { pageMetadata, readPageMetadata } from "../mappings/payments/page-metadata.ts";
import { translateCheckout } from "../mappings/payments/translate-checkout.ts";
import {
  keptText,
  type PaymentRequest,
  statusAfterRefunds,
  translatePay,
} from "../mappings/payments/translate-pay.ts";

/** A charge and its refunds come with the intent only when they are asked for. */
const expand = ["latest_charge.refunds"];
/** Stripe lets a session live from half an hour to a day. */
const MIN_SESSION_SECONDS = 1800;
const MAX_SESSION_SECONDS = 86_400;

/** Stripe: minor units, lower-case currencies, times in seconds since the epoch. */
export const stripeTranslator: Translator = {
  server: "stripe",
  pay: translatePay({
    async create(request, native, context) {
      return describeIntent(
        await native.effect("stripe_create_payment_intent", intentArguments(request, context)),
      );
    },
    get: readIntent,
    async refund({ paymentId, amount }, native) {
      await native.effect("stripe_create_refund", omitUndefined({ payment_intent: paymentId, amount }));
      return readIntent(paymentId, native);
    },
    async cancel(id, native) {
      await native.effect("stripe_cancel_payment_intent", { id });
      return readIntent(id, native);
    },
    async capture({ paymentId, amount }, native) {
      await native.effect(
        "stripe_capture_payment_intent",
        omitUndefined({ id: paymentId, amount_to_capture: amount }),
      );
      return readIntent(paymentId, native);
    },
  }),
  listPayments: translatePaymentList(async (request, native) => {
    const page = await native.read("stripe_list_payment_intents", {
      ...pageArguments(request),
      expand: expand.map((path) => `data.${path}`),
    });
    const intents = objectsAt(page, "data").map((intent) => ({
      item: describeIntent(intent),
      id: requiredText(intent, "id"),
    }));
    return pageAfterIds(intents, page.has_more === true);
  }),
  listCheckouts: translateCheckoutList(async (request, native) => {
    const page = await native.read("stripe_list_checkout_sessions", pageArguments(request));
    const sessions = objectsAt(page, "data").map((session) => ({
      item: {
        checkout: describeSession(session),
        createdAt: requiredNumber(session, "created") * 1000,
      },
      id: requiredText(session, "id"),
    }));
    return pageAfterIds(sessions, page.has_more === true);
  }),
  checkout: translateCheckout(
    "Stripe",
    {
      BRL: ["credit_card", "debit_card", "pix", "boleto"],
      MXN: ["credit_card", "debit_card", "oxxo"],
      USD: ["credit_card", "debit_card"],
    },
    async (request, native, { now, operationId }) => {
      const { currency, lines, methods, lifetime, success_url, cancel_url, customer, description } = request;
      const seconds = Math.min(Math.max(lifetime, MIN_SESSION_SECONDS), MAX_SESSION_SECONDS);
      const session = await native.effect(
        "stripe_create_checkout_session",
        omitUndefined({
          mode: "payment",
          line_items: lines.map((line) => ({
            quantity: line.quantity,
            price_data: {
              currency: currency.toLowerCase(),
              unit_amount: line.unit_amount,
              product_data: { name: line.description },
            },
          })),
          allowed_payment_method_types: [...new Set(methods.map(getType))],
          success_url,
          cancel_url,
          metadata: pageMetadata(request),
          customer_email: customer?.email,
          payment_intent_data: description === undefined ? undefined : { description },
          expires_at: Math.floor(now / 1000) + seconds,
          client_reference_id: operationId,
        }),
      );
      return {
        checkout_id: requiredText(session, "id"),
        url: requiredText(session, "url"),
        amount: requiredNumber(session, "amount_total"),
        currency,
        status: "open",
        payment_methods: methods,
        expires_at: time(requiredNumber(session, "expires_at")),
      };
    },
    {
      hasCancelUrl: true,
      async get(id, native) {
        return describeSession(await native.read("stripe_get_checkout_session", { id }));
      },
    },
  ),
};

/** Stripe's times have no fractions of a second. */
function pageArguments({ since, until, size, position }: ListRequest): JsonObject {
  const created = omitUndefined({
    gte: since === undefined ? undefined : Math.floor(since / 1000),
    lt: until === undefined ? undefined : Math.ceil(until / 1000),
  });
  return omitUndefined({
    limit: size,
    starting_after: position,
    created: Object.keys(created).length === 0 ? undefined : created,
  });
}

const checkoutStatuses: Readonly<Record<string, CheckoutStatus>> = {
  open: "open",
  complete: "completed",
  expired: "expired",
};

function describeSession(session: JsonObject): CheckoutOutput {
  // a page that is open has an intent too, and no payment yet
  const paymentId = session.status === "complete" ? textAt(session, "payment_intent") : undefined;
  return {
    checkout_id: requiredText(session, "id"),
    // an expired or completed page has no address any more
    url: textAt(session, "url") ?? "",
    amount: requiredNumber(session, "amount_total"),
    currency: requiredText(session, "currency").toUpperCase() as Currency, // the currency that we opened it in
    status: checkoutStatuses[textAt(session, "status") ?? ""] ?? "open",
    expires_at: time(requiredNumber(session, "expires_at")),
    ...(paymentId === undefined ? {} : { payment_id: paymentId }),
    ...readPageMetadata(valueAt(session, "metadata")),
  };
}

async function readIntent(id: string, native: NativeCalls): Promise<PayOutput> {
  return describeIntent(await native.read("stripe_get_payment_intent", { id, expand }));
}

function intentArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { method, amount, currency, description, reference, customer } = request;
  const type = getType(method);
  return omitUndefined({
    amount,
    currency: currency.toLowerCase(),
    confirm: true,
    capture_method: request.holds ? "manual" : undefined,
    description,
    // Stripe calls credit and debit both a card, so the method that was asked for travels along
    metadata: { reference, codespar_method: method },
    allowed_payment_method_types: [type],
    payment_method_data: omitUndefined({
      type,
      card: request.card_token === undefined ? undefined : { token: request.card_token },
      boleto:
        type === "boleto" && customer?.document !== undefined ? { tax_id: customer.document } : undefined,
      billing_details:
        customer &&
        omitUndefined({
          name: customer.name,
          email: customer.email,
          phone: customer.phone,
          address: customer.address && addressArguments(customer.address, currency),
        }),
    }),
    payment_method_options: methodOptions(request, now),
    expand,
  });
}

/** Where the payer lives, which a boleto needs: one line for street and number. */
function addressArguments(address: PayerAddress, currency: Currency): JsonObject {
  const line = [address.street, address.number].filter((part) => part !== undefined).join(", ");
  return omitUndefined({
    line1: line === "" ? undefined : line,
    line2: address.complement,
    postal_code: address.postal_code,
    city: address.city,
    state: address.state,
    country: address.country ?? countryOfCurrency(currency),
  });
}

function methodOptions(
  { method, due_date, installments }: PaymentRequest,
  now: number,
): JsonObject | undefined {
  if (installments > 1) {
    return {
      card: { installments: { plan: { type: "fixed_count", interval: "month", count: installments } } },
    };
  }
  if (due_date === undefined) return undefined;
  if (method === "boleto")
    return { boleto: { expires_after_days: daysBetween(calendarDateAt(now, SAO_PAULO), due_date) } };
  if (method === "oxxo")
    return { oxxo: { expires_after_days: daysBetween(calendarDateAt(now, MEXICO_CITY), due_date) } };
  if (method !== "pix") return undefined;
  return {
    pix: { expires_after_seconds: Math.floor((endOfDate(due_date, SAO_PAULO) - now) / 1000) },
  };
}

function describeIntent(intent: JsonObject): PayOutput {
  const asked = requiredNumber(intent, "amount");
  const amount = amountOf(intent, asked);
  const method = readMethod(intent);
  const created = requiredNumber(intent, "created");
  // Stripe lists the newest first
  const refunds = objectsAt(intent, "latest_charge.refunds.data").map(describeRefund).toReversed();
  const status = toStatus(intent, amount, refunds);
  const paidAt = wasPaid(status) ? numberAt(intent, "latest_charge.created") : undefined;
  const expiresAt =
    numberAt(intent, "next_action.pix_display_qr_code.expires_at") ??
    numberAt(intent, "next_action.boleto_display_details.expires_at") ??
    numberAt(intent, "next_action.oxxo_display_details.expires_after") ??
    (status === "authorized"
      ? numberAt(intent, "latest_charge.payment_method_details.card.capture_before")
      : undefined);
  return {
    payment_id: requiredText(intent, "id"),
    status,
    method,
    amount,
    ...(amount === asked ? {} : { authorized_amount: asked }),
    currency: getCurrency(intent),
    created_at: time(created),
    ...(paidAt === undefined ? {} : { paid_at: time(paidAt) }),
    ...(expiresAt === undefined ? {} : { expires_at: time(expiresAt) }),
    ...keptText(intent, { reference: "metadata.reference", description: "description" }),
    ...keptCustomer(intent, {
      name: "latest_charge.billing_details.name",
      email: "latest_charge.billing_details.email",
      phone: "latest_charge.billing_details.phone",
      document: "latest_charge.payment_method_details.boleto.tax_id",
    }),
    ...describeMethod(intent, method, amount, created),
    refunds,
  };
}

/** The QR code, boleto or voucher is in `next_action`, which Stripe drops once nobody has to pay any more. */
function describeMethod(
  intent: JsonObject,
  method: PaymentMethod,
  amount: number,
  created: number,
): Partial<PayOutput> {
  const isCard = method === "credit_card" || method === "debit_card";
  if (!isCard && textAt(intent, "next_action.type") === undefined) return {};
  switch (method) {
    case "pix":
      return { pix: describePix(intent) };
    case "boleto":
      return { boleto: describeBoleto(intent) };
    case "oxxo": {
      const voucher = "next_action.oxxo_display_details";
      return {
        oxxo: {
          reference: textAt(intent, `${voucher}.number`) ?? "",
          barcode_url: textAt(intent, `${voucher}.hosted_voucher_url`) ?? "",
        },
      };
    }
    default:
      return { card: describeCard(intent, amount, created) };
  }
}

function describePix(intent: JsonObject): NonNullable<PayOutput["pix"]> {
  const code = textAt(intent, "next_action.pix_display_qr_code.data") ?? "";
  const endToEndId = textAt(intent, "latest_charge.payment_method_details.pix.bank_transaction_id");
  return {
    qr_code: code,
    txid: txidOfBrCode(code) ?? "",
    qr_code_url: textAt(intent, "next_action.pix_display_qr_code.image_url_png") ?? "",
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

function describeBoleto(intent: JsonObject): NonNullable<PayOutput["boleto"]> {
  const bankBoleto = "next_action.boleto_display_details";
  const line = textAt(intent, `${bankBoleto}.number`) ?? "";
  const expiresAt = numberAt(intent, `${bankBoleto}.expires_at`);
  const barcode = barcodeOfBoletoLine(line);
  return {
    digitable_line: line,
    barcode,
    due_date: readBoletoDueDate(barcode, expiresAt === undefined ? undefined : expiresAt * 1000),
    pdf_url: textAt(intent, `${bankBoleto}.pdf`) ?? "",
  };
}

function describeCard(intent: JsonObject, amount: number, created: number): CardDetails {
  const card = "latest_charge.payment_method_details.card";
  const count = numberAt(intent, `${card}.installments.plan.count`) ?? 1;
  return {
    brand: textAt(intent, `${card}.brand`) ?? "unknown",
    last4: textAt(intent, `${card}.last4`) ?? "",
    installments: listInstallments(amount, count, created * 1000, SAO_PAULO),
    authorization_code: textAt(intent, `${card}.authorization_code`) ?? "",
  };
}

function describeRefund(refund: JsonObject): Refund {
  const status = textAt(refund, "status");
  const endToEndId = textAt(refund, "destination_details.pix.reference");
  return {
    refund_id: requiredText(refund, "id"),
    amount: requiredNumber(refund, "amount"),
    status:
      status === "succeeded"
        ? "succeeded"
        : status === "failed" || status === "canceled"
          ? "failed"
          : "pending",
    created_at: time(requiredNumber(refund, "created")),
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

/** What was captured, once something was: the rest of an authorisation was released. */
function amountOf(intent: JsonObject, asked: number): number {
  if (textAt(intent, "status") !== "succeeded") return asked;
  return numberAt(intent, "amount_received") ?? asked;
}

function toStatus(intent: JsonObject, amount: number, refunds: readonly Refund[]): PaymentStatus {
  const status = requiredText(intent, "status");
  if (status === "succeeded") return statusAfterRefunds(amount, refunds);
  if (status === "requires_capture") return "authorized";
  // Stripe itself ends what nobody captured in time
  if (status === "canceled") return intent.cancellation_reason === "automatic" ? "expired" : "cancelled";
  if (status !== "requires_payment_method") return "pending";
  const error = textAt(intent, "last_payment_error.code");
  if (error === undefined) return "pending";
  return error === "payment_intent_payment_attempt_expired" ? "expired" : "failed";
}

function wasPaid(status: PaymentStatus): boolean {
  return status === "paid" || status === "partially_refunded" || status === "refunded";
}

function readMethod(intent: JsonObject): PaymentMethod {
  const asked = textAt(intent, "metadata.codespar_method");
  const type = textAt(intent, "payment_method_types.0");
  const known = paymentMethods.find((method) => method === asked || method === type);
  if (known !== undefined) return known;
  const funding = textAt(intent, "latest_charge.payment_method_details.card.funding");
  return funding === "debit" ? "debit_card" : "credit_card";
}

function getCurrency(intent: JsonObject): Currency {
  const code = requiredText(intent, "currency").toUpperCase();
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new Error(`The provider responded in ${code}.`);
  return currency;
}

function getType(method: PaymentMethod): string {
  return method === "credit_card" || method === "debit_card" ? "card" : method;
}

function time(seconds: number): string {
  return secondsTimestamp(seconds * 1000);
}
