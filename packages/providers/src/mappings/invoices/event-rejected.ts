import { ProviderRefusal } from "@codespar/backend/ports";

/** A cancellation or correction that the authority refused although the call went well. */
export function eventRejected(
  message: string | undefined,
  providerCode: string | undefined,
): ProviderRefusal {
  return new ProviderRefusal({
    code: "event_rejected",
    message: message ?? "The tax authority did not register the event.",
    providerCode,
  });
}
