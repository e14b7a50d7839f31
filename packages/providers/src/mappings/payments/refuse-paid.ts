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
