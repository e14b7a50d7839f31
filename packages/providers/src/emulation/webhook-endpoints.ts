import type { SimulationContext } from "../simulation/provider-definition.ts";
import type { WebhookEndpoint } from "./emulation-definition.ts";

/** Under which an account's endpoints are kept, in the shape that every provider's share. */
export const WEBHOOK_ENDPOINT = "webhook_endpoint";

/** An account's endpoints in the order in which they were made. */
export function listWebhookEndpoints(context: SimulationContext): WebhookEndpoint[] {
  return context.list<WebhookEndpoint>(WEBHOOK_ENDPOINT);
}

export function putWebhookEndpoint(context: SimulationContext, endpoint: WebhookEndpoint): void {
  context.put(WEBHOOK_ENDPOINT, endpoint.id, endpoint);
}
