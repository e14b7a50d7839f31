import { secondsTimestamp } from "@codespar/backend";
import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import {
  type CheckoutOutput,
  type Currency,
  currencies,
  type JsonObject,
  type PaymentMethod,
  type PaymentStatus,
  type PayOutput,
  type Refund,
} from "@codespar/contract";
import {
  barcodeOfBoletoLine,
  bareText,
  endOfDate,
  timeZoneOfCurrency,
  toMajorUnits,
  toMinorUnits,
  txidOfBrCode,
} from "@codespar/formats";
import {
  instantAt,
  numberAt,
  objectsAt,
  requiredInstant,
  requiredNumber,
  requiredText,
  textAt,
  valueAt,
} from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readBoletoDueDate } from "../mappings/payments/boleto-due-date.ts";
import type { PayerAddress } from "../mappings/payments/brazil-payer.ts";
import { toIdentification } from "../mappings/payments/identification.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { listInstallments } from "../mappings/payments/list-installments.ts";
import {
  offsetPage,
  readOffset,
  translateCheckoutList,
  translatePaymentList,
} from "../mappings/payments/list-pages.ts";
import { pageMetadata, readPageMetadata } from "../mappings/payments/page-metadata.ts";
import { type CheckoutMethods, translateCheckout } from "../mappings/payments/translate-checkout.ts";
import {
  keptText,
  type PaymentRequest,
  statusAfterRefunds,
  translatePay,
} from "../mappings/payments/translate-pay.ts";

/** Mercado Pago's id of each method that is not a card. */
const methodIds: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pix",
  boleto: "bolbradesco",
  spei: "clabe",
  oxxo: "oxxo",
  pse: "pse",
  wallet: "account_money",
};
const methodsById: ReadonlyMap<string, PaymentMethod> = new Map([
  ["pix", "pix"],
  ["bolbradesco", "boleto"],
  ["pec", "boleto"],
  ["clabe", "spei"],
  ["oxxo", "oxxo"],
  ["pse", "pse"],
  ["account_money", "wallet"],
]);
const offers: CheckoutMethods = {
  BRL: ["pix", "credit_card", "debit_card", "wallet", "boleto"],
  MXN: ["credit_card", "debit_card", "spei", "wallet", "oxxo"],
  ARS: ["credit_card", "debit_card", "wallet"],
  COP: ["pse", "credit_card", "debit_card", "wallet"],
  CLP: ["credit_card", "debit_card", "wallet"],
};
const excludable = ["credit_card", "debit_card", "ticket", "bank_transfer", "account_money"];

/** Mercado Pago: major units with decimals, numeric ids, one dialect over five countries. */
export const mercadopagoTranslator: Translator = {
  server: "mercadopago",
  pay: translatePay({
    async create(request, native) {
      const payment = await native.effect("mercadopago_create_payment", paymentArguments(request));
      // a declined card is a payment of its own here, with a status, and not an error
      if (payment.status === "rejected") throw declined(payment);
      return describePayment(payment);
    },
    get: readPayment,
    async refund({ paymentId, amount }, native) {
      await native.effect("mercadopago_create_refund", {
        payment_id: paymentId,
        ...(amount === undefined
          ? {}
          : { amount: toMajorUnits(amount, await getCurrency(paymentId, native)) }),
      });
      return readPayment(paymentId, native);
    },
    async cancel(id, native) {
      return describePayment(await native.effect("mercadopago_cancel_payment", { id }));
    },
    async capture({ paymentId: id, amount }, native) {
      const value =
        amount === undefined
          ? {}
          : { transaction_amount: toMajorUnits(amount, await getCurrency(id, native)) };
      return describePayment(await native.effect("mercadopago_capture_payment", { id, ...value }));
    },
  }),
  listPayments: translatePaymentList(async ({ since, until, size, position }, native) => {
    const offset = readOffset(position);
    const isRange = since !== undefined || until !== undefined;
    const page = await native.read(
      "mercadopago_search_payments",
      omitUndefined({
        sort: "date_created",
        criteria: "desc",
        range: isRange ? "date_created" : undefined,
        begin_date: isRange ? new Date(since ?? 0).toISOString() : undefined,
        end_date: isRange ? (until === undefined ? "NOW" : new Date(until).toISOString()) : undefined,
        offset,
        limit: size,
      }),
    );
    const payments = objectsAt(page, "results");
    const total = numberAt(page, "paging.total") ?? 0;
    return offsetPage(payments.map(describePayment), offset, offset + payments.length < total);
  }),
  listCheckouts: translateCheckoutList(async ({ size, position }, native, context) => {
    const offset = readOffset(position);
    const page = await native.read("mercadopago_search_preferences", { offset, limit: size });
    const found = objectsAt(page, "elements");
    // a preference in a search lacks most of its fields, so each is read by its id
    const items = await Promise.all(
      found.map(async (preference) => ({
        checkout: await readPage(requiredText(preference, "id"), native, context),
        createdAt: Date.parse(requiredText(preference, "date_created")),
      })),
    );
    return offsetPage(items, offset, offset + found.length < (numberAt(page, "total") ?? 0));
  }),
  checkout: translateCheckout(
    "Mercado Pago",
    offers,
    async (request, native, { now, operationId }) => {
      const { currency, lines, methods, lifetime, success_url, cancel_url, customer } = request;
      const expiresAt = now + lifetime * 1000;
      const types = new Set(methods.map(getType));
      const preference = await native.effect(
        "mercadopago_create_preference",
        omitUndefined({
          items: lines.map((line) => ({
            title: line.description,
            quantity: line.quantity,
            unit_price: toMajorUnits(line.unit_amount, currency),
            currency_id: currency,
          })),
          additional_info: request.description,
          payment_methods: {
            excluded_payment_types: excludable.filter((type) => !types.has(type)).map((id) => ({ id })),
          },
          payer: customer?.email === undefined ? undefined : { email: customer.email },
          back_urls:
            success_url === undefined && cancel_url === undefined
              ? undefined
              : omitUndefined({ success: success_url, failure: cancel_url }),
          metadata: pageMetadata(request),
          external_reference: operationId,
          expires: true,
          expiration_date_to: new Date(expiresAt).toISOString(),
        }),
      );
      return {
        checkout_id: requiredText(preference, "id"),
        url: requiredText(preference, "init_point"),
        amount: request.amount,
        currency,
        status: "open",
        payment_methods: methods,
        expires_at: secondsTimestamp(expiresAt),
      };
    },
    { hasCancelUrl: true, get: readPage },
  ),
};

/** A page, and whether somebody paid on it: its payments carry its reference, and the page itself has no state. */
async function readPage(
  id: string,
  native: NativeCalls,
  { now }: TranslationContext,
): Promise<CheckoutOutput> {
  const preference = await native.read("mercadopago_get_preference", { id });
  const carried = textAt(preference, "external_reference");
  const found =
    carried === undefined
      ? undefined
      : await native.read("mercadopago_search_payments", { external_reference: carried });
  const paid = objectsAt(found, "results").find(
    (payment) => payment.status === "approved" || payment.status === "refunded",
  );
  const items = objectsAt(preference, "items");
  const code = requiredText(items[0], "currency_id");
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new Error(`The provider responded in ${code}.`);
  const expiresAt = instantAt(preference, "expiration_date_to");
  return {
    checkout_id: requiredText(preference, "id"),
    url: requiredText(preference, "init_point"),
    amount: items.reduce(
      (sum, item) =>
        sum + (numberAt(item, "quantity") ?? 1) * toMinorUnits(requiredNumber(item, "unit_price"), currency),
      0,
    ),
    currency,
    status:
      paid !== undefined ? "completed" : expiresAt !== undefined && expiresAt <= now ? "expired" : "open",
    expires_at: secondsTimestamp(expiresAt ?? now),
    ...(paid === undefined ? {} : { payment_id: requiredText(paid, "id") }),
    ...readPageMetadata(valueAt(preference, "metadata")),
  };
}

async function readPayment(id: string, native: NativeCalls): Promise<PayOutput> {
  return describePayment(await native.read("mercadopago_get_payment", { id }));
}

/** A refund names no currency, and without it there are no major units. */
async function getCurrency(paymentId: string, native: NativeCalls): Promise<Currency> {
  return readCurrency(await native.read("mercadopago_get_payment", { id: paymentId }));
}

function paymentArguments(request: PaymentRequest): JsonObject {
  const { method, amount, currency, due_date, customer, card_token, installments } = request;
  const isCard = method === "credit_card" || method === "debit_card";
  const identification = customer && toIdentification(customer, currency);
  const end = due_date === undefined ? undefined : endOfDate(due_date, timeZoneOfCurrency(currency));
  return omitUndefined({
    transaction_amount: toMajorUnits(amount, currency),
    currency_id: currency,
    payment_method_id: methodIds[method],
    payment_type_id: isCard ? method : undefined,
    token: isCard ? card_token : undefined,
    installments: isCard ? installments : undefined,
    capture: request.holds ? false : undefined,
    description: request.description,
    external_reference: request.reference,
    date_of_expiration: end === undefined ? undefined : new Date(end).toISOString(),
    payer:
      customer &&
      omitUndefined({
        email: customer.email,
        first_name: customer.name,
        identification:
          identification && omitUndefined({ type: identification.type, number: identification.number }),
        address: customer.address && addressArguments(customer.address),
      }),
  });
}

/** Where the payer lives, which a boleto needs. */
function addressArguments(address: PayerAddress): JsonObject {
  return omitUndefined({
    zip_code: bareText(address.postal_code),
    street_name: address.street,
    street_number: address.number,
    neighborhood: address.district,
    city: address.city,
    federal_unit: address.state,
  });
}

function describePayment(payment: JsonObject): PayOutput {
  const currency = readCurrency(payment);
  const amount = toMinorUnits(requiredNumber(payment, "transaction_amount"), currency);
  const method = readMethod(payment);
  const refunds = objectsAt(payment, "refunds").map((refund) => describeRefund(refund, currency));
  const createdAt = requiredInstant(payment, "date_created");
  const paidAt = instantAt(payment, "date_approved");
  const expiresAt = instantAt(payment, "date_of_expiration");
  return {
    payment_id: requiredText(payment, "id"),
    status: toStatus(payment, amount, refunds),
    method,
    amount,
    currency,
    created_at: secondsTimestamp(createdAt),
    ...(paidAt === undefined ? {} : { paid_at: secondsTimestamp(paidAt) }),
    ...(expiresAt === undefined ? {} : { expires_at: secondsTimestamp(expiresAt) }),
    ...keptText(payment, { reference: "external_reference", description: "description" }),
    ...keptCustomer(payment, {
      name: "payer.first_name",
      email: "payer.email",
      document: "payer.identification.number",
    }),
    ...describeMethod(payment, method, { amount, currency, createdAt }),
    refunds,
  };
}

interface PaymentFacts {
  amount: number;
  currency: Currency;
  createdAt: number;
}

function describeMethod(payment: JsonObject, method: PaymentMethod, facts: PaymentFacts): Partial<PayOutput> {
  const reference = textAt(payment, "transaction_details.payment_method_reference_id") ?? "";
  const url = textAt(payment, "transaction_details.external_resource_url") ?? "";
  const transactionId = textAt(payment, "transaction_details.transaction_id");
  switch (method) {
    case "pix":
      return { pix: describePix(payment) };
    case "boleto":
      return { boleto: describeBoleto(payment, url) };
    case "spei":
      return {
        spei: {
          clabe: reference,
          reference: textAt(payment, "transaction_details.verification_code") ?? "",
          ...(transactionId === undefined ? {} : { tracking_key: transactionId }),
        },
      };
    case "oxxo":
      return { oxxo: { reference, barcode_url: url } };
    case "pse":
      return { pse: { redirect_url: url, cus: reference } };
    case "credit_card":
    case "debit_card":
      return {
        card: {
          brand: readBrand(payment),
          last4: textAt(payment, "card.last_four_digits") ?? "",
          installments: listInstallments(
            facts.amount,
            numberAt(payment, "installments") ?? 1,
            facts.createdAt,
            timeZoneOfCurrency(facts.currency),
          ),
          authorization_code: textAt(payment, "authorization_code") ?? "",
        },
      };
    default:
      return {};
  }
}

function describePix(payment: JsonObject): NonNullable<PayOutput["pix"]> {
  const data = "point_of_interaction.transaction_data";
  const code = textAt(payment, `${data}.qr_code`) ?? "";
  const endToEndId = textAt(payment, `${data}.e2e_id`);
  return {
    qr_code: code,
    txid: txidOfBrCode(code) ?? "",
    qr_code_url: `data:image/png;base64,${textAt(payment, `${data}.qr_code_base64`) ?? ""}`,
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

function describeBoleto(payment: JsonObject, url: string): NonNullable<PayOutput["boleto"]> {
  const line = textAt(payment, "transaction_details.digitable_line") ?? "";
  const barcode = textAt(payment, "transaction_details.barcode.content") ?? barcodeOfBoletoLine(line);
  return {
    digitable_line: line,
    barcode,
    due_date: readBoletoDueDate(barcode, instantAt(payment, "date_of_expiration")),
    pdf_url: url,
  };
}

function describeRefund(refund: JsonObject, currency: Currency): Refund {
  const status = textAt(refund, "status");
  const endToEndId = textAt(refund, "e2e_id");
  return {
    refund_id: requiredText(refund, "id"),
    amount: toMinorUnits(requiredNumber(refund, "amount"), currency),
    status:
      status === "approved"
        ? "succeeded"
        : status === "rejected" || status === "cancelled"
          ? "failed"
          : "pending",
    created_at: secondsTimestamp(requiredInstant(refund, "date_created")),
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

function toStatus(payment: JsonObject, amount: number, refunds: readonly Refund[]): PaymentStatus {
  switch (requiredText(payment, "status")) {
    case "approved":
    // disputed, or taken back by the payer's bank: it was paid
    case "in_mediation":
    case "charged_back":
      return statusAfterRefunds(amount, refunds);
    case "refunded":
      return "refunded";
    case "authorized":
      return "authorized";
    case "rejected":
      return "failed";
    case "cancelled":
      return payment.status_detail === "expired" ? "expired" : "cancelled";
    default:
      return "pending";
  }
}

function declined(payment: JsonObject): ProviderRefusal {
  const detail = textAt(payment, "status_detail");
  return new ProviderRefusal({
    code: "card_declined",
    message: `Mercado Pago rejected the payment: ${detail ?? "no reason given"}.`,
    providerCode: detail,
  });
}

function readMethod(payment: JsonObject): PaymentMethod {
  const id = requiredText(payment, "payment_method_id");
  const known = methodsById.get(id);
  if (known !== undefined) return known;
  // any other id is a card's brand, unless its type says that it is none
  const type = textAt(payment, "payment_type_id") ?? "credit_card";
  if (type === "debit_card") return type;
  if (type === "credit_card" || type === "prepaid_card") return "credit_card";
  throw new Error(`The provider responded with payment_method_id ${JSON.stringify(id)}.`);
}

/** `master` and `debmaster` are Mastercard, `debvisa` is Visa. */
function readBrand(payment: JsonObject): string {
  const id = (textAt(payment, "payment_method_id") ?? "unknown").replace(/^deb/, "");
  return id === "master" ? "mastercard" : id;
}

function getType(method: PaymentMethod): string {
  if (method === "boleto" || method === "oxxo") return "ticket";
  if (method === "pix" || method === "spei" || method === "pse") return "bank_transfer";
  return method === "wallet" ? "account_money" : method;
}

function readCurrency(payment: JsonObject): Currency {
  const code = requiredText(payment, "currency_id");
  const currency = currencies.find((known) => known === code);
  if (currency === undefined) throw new Error(`The provider responded in ${code}.`);
  return currency;
}
