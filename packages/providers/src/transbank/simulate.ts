import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  calendarDateAt,
  generateWebpayAuthorizationCode,
  generateWebpayToken,
  requireBuyOrder,
  SANTIAGO,
  WEBPAY_TEST_COMMERCE_CODE,
} from "@codespar/formats";
import { captureCharge, chargeDue, confirmCharge, getCharge } from "../engines/payments/change-charge.ts";
import {
  CHARGE_KIND,
  type Charge,
  chargeUrl,
  refundedAmount,
  showCharge,
  showNewCharge,
} from "../engines/payments/charge.ts";
import { createCharge } from "../engines/payments/create-charge.ts";
import { refundOrClose } from "../engines/payments/refund-or-close.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { transbankTools } from "./tools.ts";

const SESSION_ID_LENGTH = 61;

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "INITIALIZED",
  authorized: "AUTHORIZED",
  paid: "AUTHORIZED",
  partially_refunded: "PARTIALLY_NULLIFIED",
  refunded: "NULLIFIED",
  // Transbank forgets a form that timed out: the transaction stays as it was
  expired: "INITIALIZED",
  cancelled: "REVERSED",
  failed: "FAILED",
};

/** Test cards of the integration environment: what the Webpay form is paid with. */
const WEBPAY_CARD = { card_number: "6623", card_type: "Visa" };

const cardTypes: Readonly<Record<string, string>> = { visa: "Visa", mastercard: "MasterCard", amex: "AmEx" };

/** Transbank, Chile: whole pesos; Webpay Plus known by its token, Oneclick by its buy order. */
export const transbankSimulation = defineSimulation({
  id: "transbank",
  tools: transbankTools,
  handlers: {
    transbank_create_transaction: createTransaction,
    transbank_get_transaction: (args, context) => response(getCharge(context, getId(args)), context),
    transbank_commit_transaction: commitTransaction,
    // only a shop of deferred capture has anything to capture, and the sandbox's is none
    transbank_capture_transaction: (args, context) => response(captureCharge(context, getId(args)), context),
    transbank_refund_transaction: refundTransaction,
    transbank_authorize_oneclick: authorizeOneclick,
    transbank_get_oneclick: (args, context) => response(getCharge(context, getId(args)), context),
    transbank_refund_oneclick: refundTransaction,
  },
  due: { ...chargeDue },
});

function createTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const problem = buyOrderProblem(args);
  if (problem !== undefined) return problem;
  const sessionId = textAt(args, "session_id");
  if (sessionId === undefined || sessionId.length > SESSION_ID_LENGTH) return invalid("session_id");
  const token = generateWebpayToken(context.random);
  const charge = createCharge(context, {
    id: token,
    webpayToken: token,
    method: "webpay",
    amount: numberAt(args, "amount") ?? 0,
    currency: "CLP",
    reference: textAt(args, "buy_order"),
    native: { sessionId, returnUrl: textAt(args, "return_url") ?? chargeUrl(context, token) },
    returnUrl: textAt(args, "return_url"),
  });
  return showCharge(charge, () => ({ token, url: chargeUrl(context, token) }));
}

function authorizeOneclick(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const [detail, another] = objectsAt(args, "details");
  if (detail === undefined || another !== undefined) return invalid("details");
  const problem = buyOrderProblem(args);
  if (problem !== undefined) return problem;
  const buyOrder = textAt(args, "buy_order") ?? "";
  if (!(getCharge(context, buyOrder) instanceof Refusal)) return invalid("buy_order");
  const method: PaymentMethod = textAt(detail, "payment_type_code") === "VD" ? "debit_card" : "credit_card";
  const charge = createCharge(context, {
    id: buyOrder,
    method,
    amount: numberAt(detail, "amount") ?? 0,
    currency: "CLP",
    reference: textAt(detail, "buy_order"),
    customer: textAt(args, "username"),
    cardToken: textAt(args, "tbk_user"),
    installments: numberAt(detail, "installments_number"),
    native: { commerceCode: textAt(detail, "commerce_code") ?? WEBPAY_TEST_COMMERCE_CODE },
  });
  return showNewCharge(
    charge,
    (made) => toTransaction(made, context),
    () => "-1",
  );
}

function commitTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, textAt(args, "token") ?? "");
  if (charge instanceof Refusal) return charge;
  if (charge.paidAt !== undefined || charge.status === "failed") return toTransaction(charge, context);
  if (charge.status !== "pending" || charge.ending === "expired") {
    return new Refusal("payment_not_paid", "The payer left the form without paying.", "422");
  }
  if (charge.ending === "paid") return response(confirmCharge(context, charge.id), context);
  context.put(CHARGE_KIND, charge.id, { ...charge, settlesAt: context.now });
  chargeDue.settle_charge(CHARGE_KIND, charge.id, context);
  return response(getCharge(context, charge.id), context);
}

function refundTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = numberAt(args, "amount");
  if (amount === undefined) return invalid("amount");
  const authorizationCode = generateWebpayAuthorizationCode(context.random);
  const id = getId(args);
  const known = getCharge(context, id);
  const sequence = known instanceof Refusal ? 1 : known.refunds.length + 1;
  const refunded = refundOrClose(context, id, { id: `${authorizationCode}-${sequence}`, amount });
  return showCharge(refunded, (charge) => ({
    type: charge.status === "cancelled" ? "REVERSED" : "NULLIFIED",
    authorization_code: authorizationCode,
    authorization_date: isoTime(context.now),
    nullified_amount: amount,
    balance: charge.amount - refundedAmount(charge),
    response_code: 0,
  }));
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => toTransaction(found, context));
}

/**
 * A transaction as its status shows it. The sandbox adds `creation_date`, `refunds`, the card's brand and, for Webpay,
 * `token` and `url`, which the live API says once or not at all.
 */
function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const authorizedAt = charge.paidAt ?? charge.createdAt;
  const common: JsonObject = {
    buy_order: charge.id,
    creation_date: isoTime(charge.createdAt),
    transaction_date: isoTime(authorizedAt),
    accounting_date: calendarDateAt(authorizedAt, SANTIAGO).slice(5).replace("-", ""),
    refunds: charge.refunds.map((refund) => ({
      id: refund.id,
      amount: refund.amount,
      authorization_date: isoTime(refund.createdAt),
    })),
  };
  if (charge.card !== undefined) {
    const { card } = charge;
    return {
      ...common,
      card_detail: { card_number: card.last4, card_type: cardTypes[card.brand] ?? card.brand },
      details: [
        {
          ...getOutcome(charge),
          buy_order: charge.reference ?? charge.id,
          commerce_code: textAt(charge.native, "commerceCode") ?? WEBPAY_TEST_COMMERCE_CODE,
          authorization_code: card.authorizationCode,
          payment_type_code: typeCode(charge),
          installments_number: card.installments > 1 ? card.installments : 0,
        },
      ],
    };
  }
  const webpay: JsonObject = {
    ...common,
    ...getOutcome(charge),
    buy_order: charge.reference ?? "",
    session_id: textAt(charge.native, "sessionId") ?? "",
    token: charge.id,
    url: chargeUrl(context, charge.id),
  };
  if (charge.paidAt === undefined) return webpay;
  return {
    ...webpay,
    vci: "TSY",
    card_detail: WEBPAY_CARD,
    authorization_code: charge.webpay?.authorizationCode ?? "",
    payment_type_code: "VN",
    installments_number: 0,
  };
}

function getOutcome(charge: Charge): JsonObject {
  const outcome: JsonObject = { amount: charge.amount, status: statuses[charge.status] };
  if (charge.paidAt !== undefined) {
    outcome.response_code = 0;
    outcome.balance = charge.amount - refundedAmount(charge);
  }
  if (charge.status === "failed") outcome.response_code = -1;
  return outcome;
}

/** Venta débito, venta normal, venta en cuotas. */
function typeCode({ method, card }: Charge): string {
  if (method === "debit_card") return "VD";
  return (card?.installments ?? 1) > 1 ? "VC" : "VN";
}

function buyOrderProblem(args: JsonObject): Refusal | undefined {
  try {
    requireBuyOrder(textAt(args, "buy_order") ?? "");
    return undefined;
  } catch {
    return invalid("buy_order");
  }
}

function getId(args: JsonObject): string {
  return textAt(args, "token") ?? textAt(args, "buy_order") ?? "";
}

function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `Invalid value for parameter: ${field}.`, "422");
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
