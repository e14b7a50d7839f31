import { asaasConnector } from "../asaas/connect.ts";
import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { mercadopagoConnector } from "../mercadopago/connect.ts";
import { stripeConnector } from "../stripe/connect.ts";

/** Every provider that can be called for real, by its id. */
export const connectors: ReadonlyMap<string, ConnectorDefinition> = new Map(
  [asaasConnector, mercadopagoConnector, stripeConnector].map((definition) => [definition.id, definition]),
);
