import { secondsTimestamp } from "@codespar/backend";
import type { PayOutput, Refund } from "@codespar/contract";
import { statusAfterRefunds } from "./translate-pay.ts";

/** What a provider's response says of a payment; amounts in minor units, times in milliseconds since the epoch. */
export interface PaymentFacts extends Omit<PayOutput, "created_at" | "paid_at" | "expires_at"> {
  createdAt: number | undefined;
  paidAt?: number | undefined;
  expiresAt?: number | undefined;
}

/** Puts the facts into the meta-tool's shape; what is paid becomes what its refunds have left of it. */
export function paymentOutput({ createdAt, paidAt, expiresAt, ...facts }: PaymentFacts): PayOutput {
  if (createdAt === undefined)
    throw new TypeError(`The provider responded without a time for ${facts.payment_id}.`);
  const { status, amount, refunds } = facts;
  const output: PayOutput = {
    ...facts,
    status: status === "paid" ? statusAfterRefunds(amount, refunds) : status,
    created_at: secondsTimestamp(createdAt),
  };
  if (paidAt !== undefined) output.paid_at = secondsTimestamp(paidAt);
  if (expiresAt !== undefined) output.expires_at = secondsTimestamp(expiresAt);
  return output;
}

export interface RefundFacts extends Omit<Refund, "status" | "created_at" | "end_to_end_id"> {
  /** @default "succeeded" */
  status?: Refund["status"] | undefined;
  at: number | undefined;
  endToEndId?: string | undefined;
}

export function refundOutput({ status = "succeeded", at, endToEndId, ...facts }: RefundFacts): Refund {
  if (at === undefined) throw new TypeError(`The provider responded without a time for ${facts.refund_id}.`);
  const refund: Refund = { ...facts, status, created_at: secondsTimestamp(at) };
  if (endToEndId !== undefined) refund.end_to_end_id = endToEndId;
  return refund;
}
