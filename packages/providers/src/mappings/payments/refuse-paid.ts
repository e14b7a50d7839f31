import { ProviderRefusal } from "@codespar/backend/ports";

/**
 * For a provider where cancelling what is paid gives the money back: that is a refund, which a caller asks for by its name
 * and a policy counts.
 */
export function refusePaid(paymentId: string): never {
  throw new ProviderRefusal({
    code: "payment_not_pending",
    message: `Payment ${paymentId} is paid and cannot be cancelled. Give the money back with action "refund".`,
  });
}

/** For a provider where giving back what nobody has paid cancels it: that is a cancellation, which a caller asks for by its name. */
export function refuseUnpaid(paymentId: string): never {
  throw new ProviderRefusal({
    code: "payment_not_paid",
    message: `Payment ${paymentId} is not paid, so that there is nothing to give back. Cancel it with action "cancel".`,
  });
}
