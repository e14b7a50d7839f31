import { ProviderRefusal } from "@codespar/backend/ports";
import type { PayOutput } from "@codespar/contract";

/** What a provider says of a payment that it declined, in its own words and codes. */
export interface Decline {
  /** Provider's name as messages print it. */
  provider: string;
  reason: string | undefined;
  code: string | undefined;
}

/**
 * For a provider that returns a declined card as a payment with a status, and not as an error: nothing was charged, and
 * another provider may be asked.
 */
export function refuseDeclined(made: PayOutput, { provider, reason, code }: Decline): PayOutput {
  if (made.status !== "failed") return made;
  throw new ProviderRefusal({
    code: made.card === undefined ? "payment_failed" : "card_declined",
    message: `${provider} declined the payment: ${reason ?? "no reason given"}.`,
    providerCode: code,
  });
}
