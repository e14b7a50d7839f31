import { ProviderRefusal } from "@codespar/backend/ports";

/** A document that cannot be made of what was sent: names the field and the way out. `providerCode` is the authority's, where it has one. */
export function refuseField(message: string, providerCode?: string): ProviderRefusal {
  return new ProviderRefusal({ code: "invalid_request", message, providerCode });
}
