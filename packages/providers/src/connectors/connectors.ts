import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { connectorList } from "../generated/connectors.ts";

/** Every provider that can be called for real, by its id. */
export const connectors: ReadonlyMap<string, ConnectorDefinition> = new Map(
  connectorList.map((definition) => [definition.id, definition]),
);
