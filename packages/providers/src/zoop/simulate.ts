import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { boletoPayableUntil, formatMajorUnits, isCalendarDate } from "@codespar/formats";
import {
  cancelCharge,
  captureCharge,
  chargeDue,
  getCharge,
  listCharges,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import {
  type Charge,
  chargedAmount,
  chargeUrl,
  pixCode,
  refundedAmount,
  showCharge,
  showNewCharge,
} from "../engines/payments/charge.ts";
import { createCharge, ITAU } from "../engines/payments/create-charge.ts";
import { utcSeconds } from "../engines/payments/notify-charge.ts";
import { generateZoopId } from "../engines/payments/payment-provider-id.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { readBilling } from "./billing.ts";
import { zoopTools } from "./tools.ts";

const BUYER = "buyer";

const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  credit: "credit_card",
};

const paymentTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pix",
  boleto: "boleto",
  credit_card: "credit",
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "pending",
  authorized: "pre_authorized",
  paid: "succeeded",
  partially_refunded: "succeeded",
  refunded: "canceled",
  expired: "canceled",
  cancelled: "canceled",
  failed: "failed",
};

/** Zoop, Brazil: cents, UTC times, ids of thirty-two hexadecimal digits, a history on every transaction. */
export const zoopSimulation = defineSimulation({
  id: "zoop",
  tools: zoopTools,
  handlers: {
    zoop_create_transaction: (args, context) =>
      createTransaction(args, context, methods[textAt(args, "payment_type") ?? ""]),
    zoop_get_transaction: getTransaction,
    zoop_list_transactions(args, context) {
      const status = textAt(args, "status");
      const all = listCharges(context)
        .toReversed()
        .map((charge) => toTransaction(charge, context));
      const matching = all.filter((transaction) => status === undefined || transaction.status === status);
      const offset = numberAt(args, "offset") ?? 0;
      const limit = Math.min(numberAt(args, "limit") ?? 20, 100);
      const items = matching.slice(offset, offset + limit);
      return {
        resource: "list",
        items,
        limit,
        offset,
        total: String(matching.length),
        query_count: String(matching.length),
        has_more: offset + limit < matching.length,
      };
    },
    zoop_capture_transaction: (args, context) =>
      showCharge(captureCharge(context, readTransactionId(args), numberAt(args, "amount")), (charge) =>
        toTransaction(charge, context),
      ),
    zoop_refund_transaction: voidTransaction,
    zoop_create_pix_payment: (args, context) => createTransaction(args, context, "pix"),
    zoop_get_pix_payment: getTransaction,
    zoop_create_buyer(args, context) {
      const id = generateZoopId(context.random);
      const buyer: JsonObject = { ...args, id, resource: "buyer", created_at: utcSeconds(context.now) };
      context.put(BUYER, id, buyer);
      return buyer;
    },
    zoop_get_balance: (_args, context) => ({
      resource: "balance",
      currency: "BRL",
      account_balance: receivedAmount(context),
      current_balance: receivedAmount(context),
    }),
  },
  due: { ...chargeDue },
});

/** A part can be given back of a charged card alone (ajuda.zoop.com.br, cancelamento de uma transação via API). */
function voidTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, readTransactionId(args));
  if (charge instanceof Refusal) return charge;
  if (charge.status === "authorized")
    return showCharge(cancelCharge(context, charge.id), (released) => toTransaction(released, context));
  const amount = numberAt(args, "amount");
  const isPart = amount !== undefined && amount < chargedAmount(charge);
  if (isPart && charge.card === undefined && charge.paidAt !== undefined)
    return new Refusal("partial_refund_not_offered", "Only a part of a card can be voided.");
  const voided = refundCharge(context, charge.id, { id: generateZoopId(context.random), amount });
  return showCharge(voided instanceof Refusal ? voided : voided.charge, (given) =>
    toTransaction(given, context),
  );
}

function createTransaction(
  args: JsonObject,
  context: CallContext,
  method: PaymentMethod | undefined,
): JsonObject | Refusal {
  if (method === undefined) {
    return new Refusal(
      "invalid_request",
      "payment_type is not one of pix, boleto, credit.",
      "invalid_parameter",
    );
  }
  const expiresAt = readExpiry(textAt(args, "pix_expiration_date_time"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const amount = numberAt(args, "amount") ?? 0;
  const dueDate =
    method === "boleto" ? textAt(args, "payment_method.expiration_date")?.slice(0, 10) : undefined;
  const limitDate = textAt(args, "payment_method.payment_limit_date")?.slice(0, 10);
  const charge = createCharge(context, {
    id: generateZoopId(context.random),
    method,
    amount,
    currency: "BRL",
    reference: textAt(args, "reference_id"),
    description: textAt(args, "description"),
    customer: textAt(args, "customer"),
    dueDate,
    expiresAt: method === "pix" ? expiresAt : readLimit(method, limitDate),
    conditions: method === "boleto" ? readBilling(args, dueDate) : undefined,
    cardToken: textAt(args, "token"),
    installments: numberAt(args, "installment_plan.number_installments"),
    capture: args.capture !== false,
    institution: ITAU,
    native: {
      part: generateZoopId(context.random),
      onBehalfOf: textAt(args, "on_behalf_of") ?? null,
      limitDate: limitDate ?? null,
      billing: valueAt(args, "payment_method.billing_instructions") ?? null,
    },
  });
  return showNewCharge(
    charge,
    (made) => toTransaction(made, context),
    (reason) => (reason === "insufficient_funds" ? "insufficient_funds" : "card_declined"),
  );
}

/** The last moment at which a boleto can be paid, where a day after its due date was named. */
function readLimit(method: PaymentMethod, limitDate: string | undefined): number | undefined {
  if (method !== "boleto" || limitDate === undefined || !isCalendarDate(limitDate)) return undefined;
  return boletoPayableUntil(limitDate);
}

function getTransaction(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  return showCharge(getCharge(context, readTransactionId(args)), (charge) => toTransaction(charge, context));
}

/** What the payer's bank takes back until it is decided, or for good. */
export function disputeStatus({ dispute }: Charge): "dispute" | "charged_back" | undefined {
  if (dispute === undefined || dispute.outcome === "won") return undefined;
  return dispute.outcome === "lost" ? "charged_back" : "dispute";
}

export function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const transaction: JsonObject = {
    id: charge.id,
    resource: "transaction",
    status: disputeStatus(charge) ?? statuses[charge.status],
    // cents come in, reais as text go out; what was given back is taken off
    amount: formatMajorUnits(chargedAmount(charge) - refundedAmount(charge), "BRL"),
    original_amount: formatMajorUnits(charge.amount, "BRL"),
    currency: "BRL",
    payment_type: paymentTypes[charge.method] ?? "pix",
    description: charge.description ?? null,
    reference_id: charge.reference ?? null,
    on_behalf_of: charge.native?.onBehalfOf ?? null,
    customer: charge.customer ?? null,
    refunded: false,
    voided: charge.status === "refunded" || charge.status === "cancelled",
    captured: charge.authorizedAt === undefined || charge.paidAt !== undefined,
    metadata: {},
    created_at: utcSeconds(charge.createdAt),
    updated_at: utcSeconds(charge.updatedAt),
    payment_method: toPaymentMethod(charge, context),
    history: readHistory(charge),
  };
  if (charge.card !== undefined) {
    transaction.payment_authorization = { authorization_code: charge.card.authorizationCode };
    transaction.installment_plan = {
      mode: "interest_free",
      number_installments: String(charge.card.installments),
    };
  }
  return transaction;
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const id = textAt(charge.native, "part") ?? "";
  if (charge.pix !== undefined) {
    return {
      id,
      resource: "pix",
      expiration_date: utcSeconds(charge.expiresAt ?? charge.createdAt),
      qr_code: { emv: pixCode(context, charge), url: chargeUrl(context, charge.id, "qr.png") },
      ...(charge.pix.endToEndId === undefined ? {} : { end_to_end_id: charge.pix.endToEndId }),
    };
  }
  if (charge.boleto !== undefined) {
    return {
      id,
      resource: "boleto",
      // what Zoop calls the barcode is the digitable line
      barcode: charge.boleto.line,
      expiration_date: `${charge.boleto.dueDate}T00:00:00+00:00`,
      payment_limit_date: charge.native?.limitDate ?? null,
      billing_instructions: charge.native?.billing ?? null,
      status: charge.paidAt === undefined ? "not_paid" : "paid",
      url: chargeUrl(context, charge.id, "boleto.pdf"),
    };
  }
  return {
    id,
    resource: "card",
    card_brand: charge.card?.brand ?? "",
    last4_digits: charge.card?.last4 ?? "",
  };
}

/** What happened to the transaction, oldest first. */
function readHistory(charge: Charge): JsonObject[] {
  const event = (operation_type: string, at: number, more: JsonObject = {}): JsonObject => ({
    transaction: charge.id,
    operation_type,
    status: "succeeded",
    amount: formatMajorUnits(charge.amount, "BRL"),
    created_at: utcSeconds(at),
    ...more,
  });
  const history = [event("created", charge.createdAt)];
  const authorization =
    charge.card === undefined ? {} : { authorization_code: charge.card.authorizationCode };
  if (charge.authorizedAt !== undefined)
    history.push(event("pre_authorization", charge.authorizedAt, authorization));
  if (charge.paidAt !== undefined) {
    // a card that is charged at once is authorised, everything else is paid
    const type = charge.card === undefined ? "paid" : charge.authorizedAt ? "capture" : "authorization";
    history.push(
      event(type, charge.paidAt, {
        ...authorization,
        amount: formatMajorUnits(chargedAmount(charge), "BRL"),
      }),
    );
  }
  for (const refund of charge.refunds) {
    const endToEnd = refund.endToEndId === undefined ? {} : { end_to_end_id: refund.endToEndId };
    history.push(
      event("void", refund.createdAt, {
        id: refund.id,
        amount: formatMajorUnits(refund.amount, "BRL"),
        ...endToEnd,
      }),
    );
  }
  if (charge.status === "expired" || charge.status === "cancelled") {
    history.push(event(charge.status === "expired" ? "expired" : "canceled", charge.updatedAt));
  }
  return history;
}

function readTransactionId(args: JsonObject): string {
  return textAt(args, "transaction_id") ?? "";
}
