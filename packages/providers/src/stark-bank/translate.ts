import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, PaymentStatus, PayOutput, Refund } from "@codespar/contract";
import { endOfDate, SAO_PAULO } from "@codespar/formats";
import { instantAt, objectsAt, requiredNumber, requiredText, textAt } from "../json/native-json.ts";
import { bareDocument } from "../mappings/payments/brazil-payer.ts";
import { paymentOutput, refundOutput } from "../mappings/payments/payment-output.ts";
import { pixDetails } from "../mappings/payments/pix-details.ts";
import {
  keptText,
  type PaymentMapping,
  type PaymentRequest,
  translatePay,
} from "../mappings/payments/translate-pay.ts";

const statuses: Readonly<Record<string, PaymentStatus>> = {
  created: "pending",
  overdue: "pending",
  paid: "paid",
  // given back as a whole
  voided: "paid",
  canceled: "cancelled",
  expired: "expired",
};
const LIFETIME_MS = 3_600_000;
/** An invoice is due a minute before it can no longer be paid. */
const GRACE_SECONDS = 60;
/** Under which an invoice shows the caller's own reference. */
const REFERENCE = "referencia";

const pix: PaymentMapping = {
  async create(request, native, context) {
    const made = await native.effect("stark_bank_create_invoice", {
      invoices: [invoiceArguments(request, context)],
    });
    return describeInvoice(objectsAt(made, "invoices")[0] ?? {}, []);
  },
  get: readInvoice,
  async refund({ paymentId, amount }, native) {
    const { invoice, output } = await readWithLogs(paymentId, native);
    // before a refund can have happened there was a payment, so a second run never stops here
    if (output.paid_at === undefined) throw notPaid(paymentId);
    // the API is told what is left; of more than there is nothing leaves, because no amount is below zero
    const kept = amount === undefined ? 0 : requiredNumber(invoice, "amount") - amount;
    await native.effect("stark_bank_update_invoice", { id: paymentId, amount: kept });
    return readInvoice(paymentId, native);
  },
  async cancel(paymentId, native) {
    const changed = await native.effect("stark_bank_update_invoice", { id: paymentId, status: "canceled" });
    return describeInvoice(invoiceOf(changed), []);
  },
};

/** Stark Bank: an invoice is a Pix in centavos; boletos and transfers are native tools alone. */
export const starkBankTranslator: Translator = { server: "stark-bank", pay: translatePay(pix) };

function invoiceArguments(request: PaymentRequest, { now }: TranslationContext): JsonObject {
  const { amount, reference, description, customer, due_date } = request;
  const taxId = customer === undefined ? undefined : bareDocument(customer);
  if (customer?.name === undefined || taxId === undefined)
    throw new ProviderRefusal({
      code: "customer_required",
      message:
        "Stark Bank issues an invoice to a payer by name and CPF or CNPJ. Pass customer with name and document.",
    });
  const expiresAt = due_date === undefined ? now + LIFETIME_MS : endOfDate(due_date, SAO_PAULO);
  return {
    amount,
    name: customer.name,
    taxId,
    due: new Date(expiresAt - GRACE_SECONDS * 1000).toISOString().replace("Z", "+00:00"),
    expiration: GRACE_SECONDS,
    // by default an invoice that is paid late costs more
    fine: 0,
    interest: 0,
    descriptions: [
      { key: REFERENCE, value: reference },
      ...(description === undefined ? [] : [{ key: "descricao", value: description }]),
    ],
  };
}

async function readInvoice(paymentId: string, native: NativeCalls): Promise<PayOutput> {
  return (await readWithLogs(paymentId, native)).output;
}

async function readWithLogs(
  id: string,
  native: NativeCalls,
): Promise<{ invoice: JsonObject; output: PayOutput }> {
  const invoice = invoiceOf(await native.read("stark_bank_get_invoice", { id }));
  if (statuses[textAt(invoice, "status") ?? ""] !== "paid")
    return { invoice, output: describeInvoice(invoice, []) };
  const logs = await native.read("stark_bank_list_invoice_logs", {
    invoiceIds: [id],
    types: ["paid", "reversed"],
    limit: 100,
  });
  const payment = await native.read("stark_bank_get_invoice_payment", { id });
  const endToEndId = textAt(payment, "payment.endToEndId");
  // newest first
  return { invoice, output: describeInvoice(invoice, objectsAt(logs, "logs").toReversed(), endToEndId) };
}

function describeInvoice(invoice: JsonObject, logs: readonly JsonObject[], endToEndId?: string): PayOutput {
  const status = statuses[requiredText(invoice, "status")] ?? "pending";
  const paid = logs.find((log) => textAt(log, "type") === "paid");
  const dueAt = instantAt(invoice, "due") ?? 0;
  const code = requiredText(invoice, "brcode");
  const said = (name: string) =>
    objectsAt(invoice, "descriptions").find(({ key }) => key === name)?.value ?? null;
  return paymentOutput({
    payment_id: requiredText(invoice, "id"),
    status,
    method: "pix",
    // what it was issued for: its amount falls with what is given back
    amount: requiredNumber(invoice, "nominalAmount"),
    currency: "BRL",
    createdAt: instantAt(invoice, "created"),
    paidAt: instantAt(paid, "created"),
    expiresAt: dueAt + requiredNumber(invoice, "expiration") * 1000,
    refunds: readRefunds(invoice, logs),
    ...keptText(
      { reference: said(REFERENCE), description: said("descricao") },
      { reference: "reference", description: "description" },
    ),
    pix: pixDetails({ code, picture: textAt(invoice, "link"), endToEndId }),
  });
}

/** Each log shows the invoice as it was then, so that an amount that fell was given back. */
function readRefunds(invoice: JsonObject, logs: readonly JsonObject[]): Refund[] {
  let left = requiredNumber(invoice, "nominalAmount");
  return logs
    .filter((log) => textAt(log, "type") === "reversed")
    .map((log) => {
      const amount = left - requiredNumber(log, "invoice.amount");
      left -= amount;
      return refundOutput({ refund_id: requiredText(log, "id"), amount, at: instantAt(log, "created") });
    });
}

function invoiceOf(response: JsonObject): JsonObject {
  const { invoice } = response;
  if (typeof invoice === "object" && invoice !== null && !Array.isArray(invoice)) return invoice;
  throw new Error("The provider responded without invoice.");
}

function notPaid(paymentId: string): ProviderRefusal {
  return new ProviderRefusal({
    code: "payment_not_paid",
    message: `Invoice ${paymentId} has not been paid; only a paid one can be given back.`,
  });
}
