import { secondsTimestamp } from "@codespar/backend";
import {
  type NativeCalls,
  ProviderRefusal,
  type TranslationContext,
  type Translator,
} from "@codespar/backend/ports";
import type { JsonObject, PaymentMethod, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import {
  bareText,
  boletoPayableUntil,
  calendarDateAt,
  parseLocalTimestamp,
  SAO_PAULO,
  toMajorUnits,
  toMinorUnits,
  txidOfBrCode,
} from "@codespar/formats";
import {
  numberAt,
  objectsAt,
  requiredInstant,
  requiredNumber,
  requiredText,
  requiredWord,
  textAt,
} from "../json/native-json.ts";
import { keptCustomer } from "../mappings/payments/kept-customer.ts";
import { listInstallments } from "../mappings/payments/list-installments.ts";
import { offsetPage, readOffset, translatePaymentList } from "../mappings/payments/list-pages.ts";
import { translateCheckout } from "../mappings/payments/translate-checkout.ts";
import {
  keptText,
  type PaymentRequest,
  statusAfterRefunds,
  translatePay,
} from "../mappings/payments/translate-pay.ts";
import { cutText } from "../mappings/text/cut-text.ts";

const billingTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "PIX",
  boleto: "BOLETO",
  credit_card: "CREDIT_CARD",
};
const methods: Readonly<Record<string, PaymentMethod>> = {
  PIX: "pix",
  BOLETO: "boleto",
  CREDIT_CARD: "credit_card",
};
const statuses: Readonly<Record<string, PaymentStatus>> = {
  PENDING: "pending",
  AUTHORIZED: "authorized",
  AWAITING_RISK_ANALYSIS: "pending",
  RECEIVED: "paid",
  CONFIRMED: "paid",
  RECEIVED_IN_CASH: "paid",
  REFUNDED: "paid",
  REFUND_REQUESTED: "paid",
  REFUND_IN_PROGRESS: "paid",
  // the payer's bank takes it back, or tries to: it was paid
  CHARGEBACK_REQUESTED: "paid",
  CHARGEBACK_DISPUTE: "paid",
  AWAITING_CHARGEBACK_REVERSAL: "paid",
  // collected after its time by a collection agency, or still to be
  DUNNING_RECEIVED: "paid",
  DUNNING_REQUESTED: "expired",
  OVERDUE: "expired",
};
const BOLETO_DAYS = 3;
/** Of an item on a hosted page. */
const NAME_LENGTH = 30;

/** Asaas: reais with decimals, local times of São Paulo; every payment belongs to a customer. */
export const asaasTranslator: Translator = {
  server: "asaas",
  pay: translatePay({
    async create(request, native, context) {
      const customer = await createCustomer(request, native);
      const payment = await native.effect(
        "asaas_create_payment",
        paymentArguments(request, customer, context),
      );
      return describePayment(payment, native);
    },
    async get(id, native) {
      const payment = await native.read("asaas_get_payment", { id });
      const output = await describePayment(payment, native);
      return { ...output, ...(await readCustomer(payment, native)) };
    },
    async refund({ paymentId, amount }, native) {
      const value = amount === undefined ? {} : { value: toMajorUnits(amount, "BRL") };
      const payment = await native.effect("asaas_refund_payment", { id: paymentId, ...value });
      return describePayment(payment, native);
    },
    async cancel(id, native) {
      await native.effect("asaas_delete_payment", { id });
      return describePayment(await native.read("asaas_get_payment", { id }), native);
    },
    async capture({ paymentId: id, amount }, native) {
      const held = await native.read("asaas_get_payment", { id });
      const whole = toMinorUnits(requiredNumber(held, "value"), "BRL");
      if (amount !== undefined && amount !== whole) throw partialCapture(amount, whole);
      return describePayment(await native.effect("asaas_capture_payment", { id }), native);
    },
  }),
  listPayments: translatePaymentList(
    async ({ since, until, size, position }, native) => {
      const offset = readOffset(position);
      const args: JsonObject = { offset, limit: size };
      if (since !== undefined) args["dateCreated[ge]"] = calendarDateAt(since, SAO_PAULO);
      if (until !== undefined) args["dateCreated[le]"] = calendarDateAt(until, SAO_PAULO);
      const page = await native.read("asaas_list_payments", args);
      return offsetPage(objectsAt(page, "data").map(summarizePayment), offset, page.hasMore === true);
    },
    { datesIn: SAO_PAULO },
  ),
  checkout: translateCheckout(
    "Asaas",
    { BRL: ["pix", "credit_card"] },
    async (request, native, context) => {
      const { methods, lines, lifetime, success_url, cancel_url, description } = request;
      const minutesToExpire = Math.ceil(lifetime / 60);
      const args: JsonObject = {
        billingTypes: methods.map((method) => billingTypes[method] ?? "UNDEFINED"),
        chargeTypes: ["DETACHED"],
        minutesToExpire,
        externalReference: context.operationId,
        items: lines.map((line) => ({
          name: cutText(line.description, NAME_LENGTH),
          description: description ?? line.description,
          quantity: line.quantity,
          value: toMajorUnits(line.unit_amount, "BRL"),
        })),
      };
      if (success_url !== undefined || cancel_url !== undefined) {
        args.callback = {
          ...(success_url === undefined ? {} : { successUrl: success_url }),
          ...(cancel_url === undefined ? {} : { cancelUrl: cancel_url }),
        };
      }
      const checkout = await native.effect("asaas_create_checkout", args);
      return {
        checkout_id: requiredText(checkout, "id"),
        url: requiredText(checkout, "link"),
        amount: request.amount,
        currency: "BRL",
        status: "open",
        payment_methods: methods,
        expires_at: secondsTimestamp(context.now + minutesToExpire * 60_000),
      };
    },
    { hasCancelUrl: true },
  ),
};

/** Asaas captures what it holds as a whole: its call has no amount. */
function partialCapture(amount: number, whole: number): ProviderRefusal {
  return new ProviderRefusal({
    code: "partial_capture_not_offered",
    message: `Asaas captures the whole ${whole} that it holds, not ${amount}. Leave amount out, and refund the rest afterwards.`,
  });
}

/** A payment names its customer by id alone. */
async function readCustomer(payment: JsonObject, native: NativeCalls): Promise<Pick<PayOutput, "customer">> {
  const id = textAt(payment, "customer");
  if (id === undefined) return {};
  return keptCustomer(await native.read("asaas_get_customer", { id }), {
    name: "name",
    document: "cpfCnpj",
    email: "email",
  });
}

async function createCustomer(
  { customer }: PaymentRequest,
  native: NativeCalls,
): Promise<string | undefined> {
  if (customer === undefined) return undefined;
  const { name, document, email, phone, address } = customer;
  const args: JsonObject = { name: name ?? email ?? document ?? "Cliente" };
  if (document !== undefined) args.cpfCnpj = bareText(document);
  if (email !== undefined) args.email = email;
  if (phone !== undefined) args.mobilePhone = phone.replace(/^\+55/, "");
  if (address !== undefined) {
    const { postal_code, street, number, complement, district } = address;
    args.postalCode = bareText(postal_code);
    if (street !== undefined) args.address = street;
    if (number !== undefined) args.addressNumber = number;
    if (complement !== undefined) args.complement = complement;
    if (district !== undefined) args.province = district;
  }
  return requiredText(await native.prepare("asaas_create_customer", args), "id");
}

function paymentArguments(
  request: PaymentRequest,
  customer: string | undefined,
  { now }: TranslationContext,
): JsonObject {
  const { method, amount, due_date, description, reference, installments, card_token } = request;
  const args: JsonObject = {
    billingType: billingTypes[method] ?? "UNDEFINED",
    value: toMajorUnits(amount, "BRL"),
    dueDate: due_date ?? calendarDateAt(now, SAO_PAULO, method === "boleto" ? BOLETO_DAYS : 0),
    externalReference: reference,
  };
  if (customer !== undefined) args.customer = customer;
  if (description !== undefined) args.description = description;
  if (installments > 1) args.installmentCount = installments;
  if (card_token !== undefined) args.creditCardToken = card_token;
  if (request.holds) args.authorizeOnly = true;
  return args;
}

/** The payment in the meta-tool's words, as far as it says itself. */
function summarizePayment(payment: JsonObject): PayOutput {
  const id = requiredText(payment, "id");
  const amount = toMinorUnits(requiredNumber(payment, "value"), "BRL");
  const createdAt = requiredInstant(payment, "dateCreated", SAO_PAULO);
  // a card that is paid and not in the balance yet has no paymentDate
  const paidAt =
    getTime(payment, "paymentDate") ??
    getTime(payment, "confirmedDate") ??
    getTime(payment, "clientPaymentDate");
  const refunds = objectsAt(payment, "refunds").map((refund, index) =>
    describeRefund(refund, `${id}.${index + 1}`),
  );
  const method = requiredWord(payment, "billingType", methods);
  const output: PayOutput = {
    payment_id: id,
    status: toStatus(payment, amount, refunds),
    method,
    amount,
    currency: "BRL",
    ...keptText(payment, { reference: "externalReference", description: "description" }),
    created_at: secondsTimestamp(createdAt),
    refunds,
  };
  if (paidAt !== undefined) output.paid_at = secondsTimestamp(paidAt);
  if (method === "credit_card") {
    const count = numberAt(payment, "installmentCount") ?? 1;
    output.card = {
      brand: (textAt(payment, "creditCard.creditCardBrand") ?? "unknown").toLowerCase(),
      last4: textAt(payment, "creditCard.creditCardNumber") ?? "",
      installments: listInstallments(amount, count, createdAt, SAO_PAULO),
      // Asaas does not say
      authorization_code: "",
    };
  }
  return output;
}

/** The same with how to pay it: a Pix and a boleto need one more read each. */
async function describePayment(payment: JsonObject, native: NativeCalls): Promise<PayOutput> {
  const output = summarizePayment(payment);
  const { payment_id: id, method } = output;
  if (method === "pix") {
    const code = await native.read("asaas_get_pix_qrcode", { id });
    const expiresAt = getTime(code, "expirationDate");
    if (expiresAt !== undefined) output.expires_at = secondsTimestamp(expiresAt);
    output.pix = describePix(code, await readTransaction(payment, native));
  }
  if (method === "boleto") {
    const bankBoleto = await native.read("asaas_get_boleto", { id });
    const dueDate = requiredText(payment, "dueDate");
    const expiresAt = boletoPayableUntil(dueDate);
    output.expires_at = secondsTimestamp(expiresAt);
    output.boleto = {
      digitable_line: requiredText(bankBoleto, "identificationField"),
      barcode: requiredText(bankBoleto, "barCode"),
      due_date: dueDate,
      pdf_url: requiredText(payment, "bankSlipUrl"),
    };
  }
  return output;
}

/** A paid Pix names its transaction, which has the end-to-end id. */
async function readTransaction(payment: JsonObject, native: NativeCalls): Promise<JsonObject | undefined> {
  const id = textAt(payment, "pixTransaction");
  return id === undefined ? undefined : native.read("asaas_get_pix_transaction", { id });
}

function describePix(code: JsonObject, transaction: JsonObject | undefined): NonNullable<PayOutput["pix"]> {
  const payload = requiredText(code, "payload");
  const endToEndId = textAt(transaction, "endToEndIdentifier");
  return {
    qr_code: payload,
    txid: txidOfBrCode(payload) ?? "",
    qr_code_url: `data:image/png;base64,${textAt(code, "encodedImage") ?? ""}`,
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

function describeRefund(refund: JsonObject, id: string): Refund {
  const status = textAt(refund, "status");
  const endToEndId = textAt(refund, "endToEndIdentifier");
  return {
    refund_id: id,
    amount: toMinorUnits(requiredNumber(refund, "value"), "BRL"),
    status: status === "DONE" ? "succeeded" : status === "CANCELLED" ? "failed" : "pending",
    created_at: secondsTimestamp(requiredInstant(refund, "dateCreated", SAO_PAULO)),
    ...(endToEndId === undefined ? {} : { end_to_end_id: endToEndId }),
  };
}

function toStatus(payment: JsonObject, amount: number, refunds: readonly Refund[]): PaymentStatus {
  if (payment.deleted === true) return "cancelled";
  const native = requiredText(payment, "status");
  const status = statuses[native] ?? "pending";
  if (status !== "paid") return status;
  // lists of payments leave out the refunds of each
  return native === "REFUNDED" && refunds.length === 0 ? "refunded" : statusAfterRefunds(amount, refunds);
}

function getTime(object: JsonObject, key: string): number | undefined {
  const text = textAt(object, key);
  return text === undefined ? undefined : parseLocalTimestamp(text, SAO_PAULO);
}
