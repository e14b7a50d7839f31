import { type ApiErrorBody, apiError } from "../../platform/api-error.ts";

/** A provider that did nothing, and why. */
export interface Skipped {
  id: string;
  reason: string;
}

/** The reason of a provider that has no credentials here. */
export const needsConnection = "needs_connection";

/** No candidate took the call. */
export function unavailable(tool: string, providers: Skipped[]): ApiErrorBody {
  const tried = providers.map(({ id, reason }) => `${id} (${reason})`).join(", ");
  const unconnected = providers.find(({ reason }) => reason === needsConnection);
  const wayOut =
    unconnected === undefined
      ? "try again later"
      : `store credentials with connections.create({ server_id: "${unconnected.id}", credentials })`;
  const message = `No provider could take ${tool}: ${tried}. Nothing was done; ${wayOut}.`;
  return apiError("provider_unavailable", message, { providers }).body;
}
