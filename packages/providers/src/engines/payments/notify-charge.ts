import type { JsonObject } from "@codespar/contract";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import type { Charge, ChargeRefund } from "./charge.ts";
import { chargedAmount, refundedAmount } from "./charge.ts";

/** RFC 3339 in UTC with seconds, as CodeSpar's own bodies have it. */
export function utcSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Notifies the backend that a charge changed, in minor units and the meta-tools' words. */
export function notifyCharge(
  context: SimulationContext,
  type: "payment.confirmed" | "payment.failed" | "payment.expired" | "payment.refunded" | "payment.disputed",
  charge: Charge,
  refund?: ChargeRefund,
): void {
  const { paidAt, expiresAt, reference } = charge;
  const data: JsonObject = {
    payment_id: charge.id,
    status: charge.status,
    method: charge.method,
    amount: chargedAmount(charge),
    currency: charge.currency,
    created_at: utcSeconds(charge.createdAt),
  };
  if (reference !== undefined) data.reference = reference;
  if (paidAt !== undefined) data.paid_at = utcSeconds(paidAt);
  if (type === "payment.expired" && expiresAt !== undefined) data.expires_at = utcSeconds(expiresAt);
  if (charge.pix?.endToEndId !== undefined) data.end_to_end_id = charge.pix.endToEndId;
  if (charge.spei?.trackingKey !== undefined) data.tracking_key = charge.spei.trackingKey;
  if (charge.decline !== undefined) data.reason = charge.decline;
  if (refund !== undefined) {
    data.refund_id = refund.id;
    data.refund_amount = refund.amount;
    data.refunded_amount = refundedAmount(charge);
    data.refunded_at = utcSeconds(refund.createdAt);
  }
  if (type === "payment.disputed" && charge.dispute !== undefined) {
    data.dispute_id = charge.dispute.id;
    data.disputed_amount = charge.dispute.amount;
    data.disputed_at = utcSeconds(charge.dispute.openedAt);
    data.reason = charge.dispute.reason;
  }
  context.notify(charge.operationId, type, data);
}
