import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import { formatEndOfDate, randomAlphanumerics, randomDigits, SAO_PAULO } from "@codespar/formats";
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
  chargeUrl,
  paidAmount,
  pixCode,
  refundedAmount,
  showCharge,
  showNewCharge,
} from "../engines/payments/charge.ts";
import { checkoutDue, checkoutUrl, createCheckout } from "../engines/payments/checkout.ts";
import { createCharge, ITAU } from "../engines/payments/create-charge.ts";
import { getBalance } from "../engines/payments/ledger.ts";
import { utcSeconds } from "../engines/payments/notify-charge.ts";
import { generatePagarmeId } from "../engines/payments/payment-provider-id.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { transferFunds } from "../engines/payments/transfer-funds.ts";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { pagarmeTools } from "./tools.ts";

const ORDER = "order";

const CUSTOMER = "customer";

const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  credit_card: "credit_card",
};

/** Of a charge; what became of it in detail is the status of its last transaction. */
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "pending",
  authorized: "pending",
  paid: "paid",
  partially_refunded: "paid",
  refunded: "canceled",
  expired: "failed",
  cancelled: "canceled",
  failed: "failed",
};

/** Five days for what is authorised by an API key (docs.pagar.me, autorização e captura). */
const HELD = 5 * 86_400_000;

/** ABECS return code 51 is "insufficient funds", 05 the generic refusal. */
const returnCodes: Readonly<Record<string, string>> = { insufficient_funds: "51", expired_card: "54" };

/** Pagar.me v5, Brazil: cents, UTC times, orders `or_…` with charges `ch_…`; a charge is the payment. */
export const pagarmeSimulation = defineSimulation({
  id: "pagarme",
  tools: pagarmeTools,
  handlers: {
    pagarme_create_order: createOrder,
    pagarme_get_order(args, context) {
      const order = context.get<JsonObject>(ORDER, textAt(args, "order_id") ?? "");
      if (order === undefined) return new Refusal("not_found", "Order not found.", "404");
      return showCharge(getCharge(context, textAt(order, "charge") ?? ""), (charge) =>
        toOrder(charge, context),
      );
    },
    pagarme_list_orders(args, context) {
      const since = Date.parse(textAt(args, "created_since") ?? "1970-01-01");
      const until = Date.parse(textAt(args, "created_until") ?? "9999-12-31");
      const all = listCharges(context)
        .filter(({ createdAt }) => createdAt >= since && createdAt <= until)
        .map((charge) => toOrder(charge, context));
      const matching = all
        .filter((order) =>
          ["code", "status"].every((key) => valueAt(args, key) === undefined || args[key] === order[key]),
        )
        .toReversed();
      const size = Math.min(numberAt(args, "size") ?? 10, 30);
      const start = ((numberAt(args, "page") ?? 1) - 1) * size;
      return { data: matching.slice(start, start + size), paging: { total: matching.length } };
    },
    pagarme_get_charge: (args, context) => response(getCharge(context, readChargeId(args)), context),
    pagarme_capture_charge: (args, context) =>
      response(captureCharge(context, readChargeId(args), numberAt(args, "amount")), context),
    pagarme_cancel_charge: (args, context) => response(cancelCharge(context, readChargeId(args)), context),
    // the same call for both at the real API: what waits is cancelled, what was paid is given back
    pagarme_refund_charge(args, context) {
      const charge = getCharge(context, readChargeId(args));
      if (!(charge instanceof Refusal) && charge.paidAt === undefined)
        return response(cancelCharge(context, charge.id), context);
      const refund = {
        id: `re_${randomAlphanumerics(context.random, 16)}`,
        amount: numberAt(args, "amount"),
      };
      const refunded = refundCharge(context, readChargeId(args), refund);
      return response(refunded instanceof Refusal ? refunded : refunded.charge, context);
    },
    pagarme_create_customer(args, context) {
      const id = generatePagarmeId(context.random, "cus");
      const customer: JsonObject = { ...args, id, delinquent: false, created_at: utcSeconds(context.now) };
      context.put(CUSTOMER, id, customer);
      return customer;
    },
    pagarme_create_payment_link: createPaymentLink,
    // the account's, whichever recipient is named: splits are not simulated
    pagarme_get_balance: (_args, context) => ({
      payment_profile_id: null,
      recipient: null,
      currency: "BRL",
      available_amount: receivedAmount(context),
      waiting_funds_amount: 0,
      transferred_amount: getBalance(context, "bank", "BRL"),
    }),
    pagarme_create_transfer: createTransfer,
  },
  due: {
    ...chargeDue,
    ...checkoutDue((checkout, context) => {
      const ids = newIds(context.random);
      context.put(ORDER, ids.order, { charge: ids.charge });
      return {
        id: ids.charge,
        institution: ITAU,
        native: readNative(context.random, ids.order, checkout.reference ?? ids.order),
      };
    }),
  },
});

function createOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const { random } = context;
  const [payment, another] = objectsAt(args, "payments");
  const method = methods[textAt(payment, "payment_method") ?? ""];
  if (payment === undefined || another !== undefined || method === undefined) return invalid("payments");
  const items = objectsAt(args, "items");
  const amount =
    numberAt(payment, "amount") ??
    items.reduce((sum, item) => sum + (numberAt(item, "quantity") ?? 1) * (numberAt(item, "amount") ?? 0), 0);
  const expiresAt = readExpiry(textAt(payment, "pix.expires_at"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const lifetime = numberAt(payment, "pix.expires_in");
  const code = textAt(args, "code");
  const ids = newIds(random);
  const charge = createCharge(context, {
    id: ids.charge,
    method,
    amount,
    currency: "BRL",
    reference: code,
    description: textAt(items, "0.description"),
    customer: textAt(args, "customer_id"),
    dueDate: textAt(payment, "boleto.due_at")?.slice(0, 10),
    expiresAt: expiresAt ?? (lifetime === undefined ? undefined : context.now + lifetime * 1000),
    cardToken: textAt(payment, "credit_card.card_token"),
    installments: numberAt(payment, "credit_card.installments"),
    capture: textAt(payment, "credit_card.operation_type") !== "auth_only",
    holdMs: HELD,
    institution: ITAU,
    native: { ...readNative(random, ids.order, code ?? ids.order), customer: args.customer ?? null },
  });
  if (!(charge instanceof Refusal)) context.put(ORDER, ids.order, { charge: charge.id });
  return showNewCharge(
    charge,
    (made) => toOrder(made, context),
    (reason) => returnCodes[reason] ?? "05",
  );
}

function createTransfer(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = numberAt(args, "amount") ?? 0;
  if (amount <= 0) return invalid("amount");
  const id = generatePagarmeId(context.random, "tran");
  const sent = transferFunds(context, { id, amount, currency: "BRL", description: "Transferência" });
  if (sent instanceof Refusal) return new Refusal("insufficient_funds", "Insufficient balance.", "412");
  return {
    id,
    amount,
    // when the bank has it is not simulated; the name of the status is unverified
    status: "pending_transfer",
    created_at: utcSeconds(context.now),
    updated_at: utcSeconds(context.now),
    bank_account: null,
    metadata: valueAt(args, "metadata") ?? null,
  };
}

function createPaymentLink(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const accepted = textsAt(args, "payment_settings.accepted_payment_methods");
  const offered = accepted.map((name) => methods[name]).filter((method) => method !== undefined);
  if (offered.length === 0 || offered.length < accepted.length) return invalid("accepted_payment_methods");
  const items = objectsAt(args, "cart_settings.items");
  const checkout = createCheckout(context, {
    id: `pl_${randomAlphanumerics(context.random, 16)}`,
    amount: items.reduce(
      (sum, item) => sum + (numberAt(item, "default_quantity") ?? 1) * (numberAt(item, "amount") ?? 0),
      0,
    ),
    currency: "BRL",
    methods: offered,
    expiresAt: context.now + (numberAt(args, "expires_in") ?? 1440) * 60_000,
    reference: textAt(args, "order_code"),
    description: textAt(args, "name"),
    returnUrl: textAt(args, "flow_settings.success_url"),
  });
  if (checkout instanceof Refusal) return checkout;
  return {
    id: checkout.id,
    url: checkoutUrl(context, checkout.id),
    name: checkout.description ?? null,
    order_code: checkout.reference ?? null,
    type: "order",
    status: "active",
    accepted_payment_methods: accepted,
    created_at: utcSeconds(checkout.createdAt),
    expires_at: utcSeconds(checkout.expiresAt),
  };
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => toCharge(found, context));
}

function toOrder(charge: Charge, context: SimulationContext): JsonObject {
  const { customer, orderCode, orderId } = charge.native ?? {};
  return {
    id: orderId ?? "",
    code: orderCode ?? null,
    amount: charge.amount,
    currency: "BRL",
    closed: true,
    status: statuses[charge.status],
    customer: customer ?? null,
    created_at: utcSeconds(charge.createdAt),
    updated_at: utcSeconds(charge.updatedAt),
    charges: [toCharge(charge, context)],
  };
}

/** Disputed by the payer's bank, and not won. */
export function isChargedBack({ dispute }: Charge): boolean {
  return dispute !== undefined && dispute.outcome !== "won";
}

export function toCharge(charge: Charge, context: SimulationContext): JsonObject {
  const shown: JsonObject = {
    id: charge.id,
    code: textAt(charge.native, "orderCode") ?? null,
    order_id: textAt(charge.native, "orderId") ?? null,
    amount: charge.amount,
    currency: "BRL",
    status: isChargedBack(charge) ? "chargedback" : statuses[charge.status],
    payment_method: charge.method,
    customer: charge.native?.customer ?? null,
    created_at: utcSeconds(charge.createdAt),
    updated_at: utcSeconds(charge.updatedAt),
    last_transaction: toTransaction(charge, context),
  };
  if (charge.paidAt !== undefined) {
    shown.paid_at = utcSeconds(charge.paidAt);
    shown.paid_amount = paidAmount(charge);
  }
  if (charge.refunds.length > 0) {
    shown.canceled_amount = refundedAmount(charge);
    shown.refunds = charge.refunds.map((refund) => ({
      id: refund.id,
      amount: refund.amount,
      status: "refunded",
      created_at: utcSeconds(refund.createdAt),
      ...(refund.endToEndId === undefined ? {} : { end_to_end_id: refund.endToEndId }),
    }));
  }
  return shown;
}

function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const transaction: JsonObject = {
    id: textAt(charge.native, "transactionId") ?? "",
    transaction_type: charge.method,
    amount: charge.amount,
    status: transactionStatus(charge),
    success: charge.status !== "failed",
    created_at: utcSeconds(charge.createdAt),
  };
  if (charge.expiresAt !== undefined) transaction.expires_at = utcSeconds(charge.expiresAt);
  if (charge.pix !== undefined) {
    transaction.qr_code = pixCode(context, charge);
    transaction.qr_code_url = chargeUrl(context, charge.id, "qr.png");
    if (charge.pix.endToEndId !== undefined) transaction.end_to_end_id = charge.pix.endToEndId;
  }
  if (charge.boleto !== undefined) {
    transaction.line = charge.boleto.line;
    transaction.barcode = charge.boleto.barcode;
    transaction.due_at = formatEndOfDate(charge.boleto.dueDate, SAO_PAULO);
    transaction.nosso_numero = textAt(charge.native, "ourNumber") ?? "";
    transaction.pdf = chargeUrl(context, charge.id, "boleto.pdf");
  }
  if (charge.card !== undefined) {
    transaction.installments = charge.card.installments;
    transaction.acquirer_auth_code = charge.card.authorizationCode;
    transaction.card = { brand: charge.card.brand, last_four_digits: charge.card.last4 };
  }
  return transaction;
}

function transactionStatus({ method, status }: Charge): string {
  if (status === "authorized") return "authorized_pending_capture";
  if (status === "pending") return method === "boleto" ? "generated" : "waiting_payment";
  if (status === "paid" || status === "partially_refunded") {
    return method === "credit_card" ? "captured" : "paid";
  }
  if (status === "cancelled") return "voided";
  return status === "failed" ? "not_authorized" : status;
}

function newIds(random: RandomSource): { order: string; charge: string } {
  return { order: generatePagarmeId(random, "or"), charge: generatePagarmeId(random, "ch") };
}

function readNative(random: RandomSource, orderId: string, orderCode: string): JsonObject {
  return {
    orderId,
    orderCode,
    transactionId: generatePagarmeId(random, "tran"),
    ourNumber: randomDigits(random, 8),
  };
}

function readChargeId(args: JsonObject): string {
  return textAt(args, "charge_id") ?? "";
}

function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `The request is invalid: ${field}.`, "422");
}
