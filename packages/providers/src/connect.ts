import { type ConnectedProvider, type ConnectOptions, connectWith } from "./connect/connect.ts";
import type { ConnectorDefinition } from "./connect/connector-definition.ts";
import { sendByFetch } from "./connect/send-by-fetch.ts";

export * from "./connectors/public.ts";

/** A live provider, over the platform's fetch: no failure of the connection proves that nothing was sent. */
export function connect(definition: ConnectorDefinition, options: ConnectOptions): ConnectedProvider {
  return connectWith(sendByFetch, definition, options);
}
