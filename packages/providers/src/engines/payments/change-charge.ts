import {
  generateEndToEndId,
  generateReturnId,
  generateSpeiTrackingKey,
  generateWebpayAuthorizationCode,
  PIX_ISPB,
  pick,
} from "@codespar/formats";
import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import {
  CHARGE_KIND,
  type Charge,
  type ChargeDispute,
  type ChargeRefund,
  paidAmount,
  refundedAmount,
} from "./charge.ts";
import { postCharge, postDispute, postDisputeEnd, postRefund, settleFunds } from "./charge-money.ts";
import { notifyCharge } from "./notify-charge.ts";
import { getOwed } from "./payment-conditions.ts";

const payerBanks = [
  PIX_ISPB.nubank,
  PIX_ISPB.itau,
  PIX_ISPB.bradesco,
  PIX_ISPB.caixa,
  PIX_ISPB.bancoDoBrasil,
];
const senderBanks = ["012", "002", "072", "014", "638"];

export function getCharge(context: SimulationContext, id: string): Charge | Refusal {
  return (
    context.get<Charge>(CHARGE_KIND, id) ?? new Refusal("payment_not_found", `There is no payment ${id}.`)
  );
}

/** In the order in which they were made. */
export function listCharges(context: SimulationContext): Charge[] {
  return context.list<Charge>(CHARGE_KIND);
}

/** The customer pays now, late where that can be. Paid already: nothing changes. */
export function confirmCharge(context: SimulationContext, id: string): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal || charge.status === "paid") return charge;
  const isOpen = charge.status === "pending" && context.now <= (charge.expiresAt ?? context.now);
  if (!isOpen && !isOverdue(charge)) return notPending(charge, "paid");
  return markPaid(context, charge, context.now);
}

/** It is too late to pay or capture it, from now on. */
export function expireCharge(context: SimulationContext, id: string): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status !== "pending" && charge.status !== "authorized") return notPending(charge, "expired");
  return end(context, charge, "expired", context.now);
}

/** Takes what a card was authorised for, or a part of it, and releases the rest. */
export function captureCharge(context: SimulationContext, id: string, amount?: number): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status !== "authorized") {
    return new Refusal(
      "payment_not_authorized",
      `Payment ${id} is ${charge.status}; only what is authorized can be captured, and only once.`,
    );
  }
  if (amount !== undefined && (!Number.isSafeInteger(amount) || amount <= 0 || amount > charge.amount)) {
    return new Refusal(
      "amount_out_of_range",
      `${amount} is not from 1 to the ${charge.amount} minor units that were authorised.`,
    );
  }
  const captured =
    amount === undefined || amount === charge.amount ? charge : { ...charge, capturedAmount: amount };
  return markPaid(context, captured, context.now);
}

/** Nobody can pay it any more; `native` is kept with it. */
export function cancelCharge(
  context: SimulationContext,
  id: string,
  native?: Charge["native"],
): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status !== "pending" && charge.status !== "authorized" && !isOverdue(charge))
    return notPending(charge, "cancelled");
  const kept = native === undefined ? charge : { ...charge, native: { ...charge.native, ...native } };
  return store(context, { ...kept, status: "cancelled", updatedAt: context.now });
}

/** The payer's bank, wallet or card says no. */
export function rejectCharge(context: SimulationContext, id: string): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status !== "pending") return notPending(charge, "rejected");
  return end(context, charge, "failed", context.now);
}

/** Gives back `amount` minor units, or all that is left; several refunds may add up to the amount, never beyond. */
export function refundCharge(
  context: SimulationContext,
  id: string,
  refund: Pick<ChargeRefund, "description" | "id" | "metadata" | "reason"> & { amount?: number | undefined },
): { charge: Charge; refund: ChargeRefund } | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status === "refunded") {
    return new Refusal("already_refunded", `Payment ${id} has been refunded in full.`);
  }
  if (charge.status !== "paid" && charge.status !== "partially_refunded") {
    return new Refusal(
      "payment_not_paid",
      `Payment ${id} is ${charge.status}; only a paid one can be refunded.`,
    );
  }
  if (charge.dispute !== undefined && charge.dispute.outcome !== "won")
    return new Refusal("payment_disputed", `Payment ${id} is disputed; the payer's bank has its money.`);
  const left = paidAmount(charge) - refundedAmount(charge);
  const amount = refund.amount ?? left;
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    return new Refusal("amount_out_of_range", "The amount to refund must be greater than zero.");
  }
  if (amount > left) {
    return new Refusal(
      "refund_exceeds_amount",
      `${amount} is more than the ${left} minor units that are left.`,
    );
  }
  const made: ChargeRefund = { id: refund.id, amount, createdAt: context.now };
  if (refund.description !== undefined) made.description = refund.description;
  if (refund.reason !== undefined) made.reason = refund.reason;
  if (refund.metadata !== undefined) made.metadata = refund.metadata;
  if (charge.pix !== undefined) {
    made.endToEndId = generateReturnId(context.random, { ispb: charge.pix.receiverIspb, at: context.now });
  }
  const changed = store(context, {
    ...charge,
    status: amount === left ? "refunded" : "partially_refunded",
    updatedAt: context.now,
    refunds: [...charge.refunds, made],
  });
  postRefund(context, changed, made);
  notifyCharge(context, "payment.refunded", changed, made);
  return { charge: changed, refund: made };
}

/** The payer contests what was paid: the money is held until somebody has decided. Once for each payment. */
export function disputeCharge(
  context: SimulationContext,
  id: string,
  { id: disputeId, reason, fee }: Pick<ChargeDispute, "fee" | "id" | "reason">,
): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.dispute !== undefined) {
    return new Refusal("already_disputed", `Payment ${id} is disputed already.`);
  }
  if (charge.status !== "paid" && charge.status !== "partially_refunded") {
    return new Refusal(
      "payment_not_paid",
      `Payment ${id} is ${charge.status}; only a paid one can be disputed.`,
    );
  }
  const amount = paidAmount(charge) - refundedAmount(charge);
  const dispute: ChargeDispute = {
    id: disputeId,
    amount,
    openedAt: context.now,
    reason,
    fee: fee ?? charge.money?.disputeFee,
  };
  const disputed = store(context, { ...charge, dispute, updatedAt: context.now });
  postDispute(context, disputed, dispute);
  notifyCharge(context, "payment.disputed", disputed);
  return disputed;
}

/** Somebody has decided: the merchant gets the money back, or the payer keeps it. */
export function closeDispute(
  context: SimulationContext,
  id: string,
  outcome: NonNullable<ChargeDispute["outcome"]>,
): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.dispute === undefined || charge.dispute.outcome !== undefined)
    return new Refusal("dispute_not_open", `Payment ${id} has no dispute that is open.`);
  const dispute: ChargeDispute = { ...charge.dispute, outcome, closedAt: context.now };
  const closed = store(context, { ...charge, dispute, updatedAt: context.now });
  postDisputeEnd(context, closed, dispute);
  return closed;
}

/** What every server with charges does as the clock moves; spread it into the server's `due`. */
export const chargeDue = {
  /** The payer acts, or it is too late: at the time that was planned, however late the work is done. */
  settle_charge(_kind: string, id: string, context: SimulationContext): void {
    const charge = context.get<Charge>(CHARGE_KIND, id);
    if (charge?.status !== "pending" && charge?.status !== "authorized") return;
    if (charge.settlesAt === undefined) return;
    // its due date was moved since this was planned
    if (charge.ending === "expired" && context.now < charge.settlesAt) return;
    if (charge.ending === "paid") markPaid(context, charge, charge.settlesAt);
    else if (charge.ending === "failed") end(context, charge, "failed", charge.settlesAt);
    else end(context, charge, "expired", charge.settlesAt);
  },
  /** What was paid can be spent. */
  settle_funds(_kind: string, id: string, context: SimulationContext): void {
    settleFunds(context, id);
  },
  /** For the test control: `sandbox.payments.confirm`. */
  confirm_charge(_kind: string, id: string, context: SimulationContext): void {
    confirmCharge(context, id);
  },
};

/** Late, and yet it can be paid. */
function isOverdue({ status, conditions }: Charge): boolean {
  return status === "expired" && conditions !== undefined;
}

function markPaid(context: SimulationContext, charge: Charge, at: number): Charge {
  const { random } = context;
  const paid: Charge = { ...charge, status: "paid", paidAt: at, updatedAt: at };
  if (charge.boleto !== undefined && charge.conditions !== undefined) {
    const { total } = getOwed(charge.amount, charge.boleto.dueDate, charge.conditions, at);
    if (total !== charge.amount) paid.owedAmount = total;
  }
  if (charge.pix !== undefined) {
    const endToEndId = generateEndToEndId(random, { ispb: pick(random, payerBanks), at });
    paid.pix = { ...charge.pix, endToEndId };
  }
  if (charge.spei !== undefined) {
    const trackingKey = generateSpeiTrackingKey(random, { bank: pick(random, senderBanks), at });
    paid.spei = { ...charge.spei, trackingKey };
  }
  if (charge.webpay !== undefined) {
    paid.webpay = { ...charge.webpay, authorizationCode: generateWebpayAuthorizationCode(random) };
  }
  store(context, paid);
  postCharge(context, paid);
  notifyCharge(context, "payment.confirmed", paid);
  return paid;
}

function end(context: SimulationContext, charge: Charge, status: "failed" | "expired", at: number): Charge {
  const ended = store(context, { ...charge, status, updatedAt: at });
  notifyCharge(context, status === "failed" ? "payment.failed" : "payment.expired", ended);
  return ended;
}

function store(context: SimulationContext, charge: Charge): Charge {
  context.put(CHARGE_KIND, charge.id, charge);
  return charge;
}

function notPending(charge: Charge, wanted: string): Refusal {
  return new Refusal(
    "payment_not_pending",
    `Payment ${charge.id} is ${charge.status}; only a pending one can be ${wanted}.`,
  );
}
