import { type ConnectedProvider, type ConnectOptions, connectWith } from "./connect/connect.ts";
import type { ConnectorDefinition } from "./connect/connector-definition.ts";
import { sendByUndici } from "./connect/send-by-undici.ts";

export * from "./connectors/public.ts";

/** A live provider, over undici, which distinguishes a connection that was refused from one that broke. */
export function connect(definition: ConnectorDefinition, options: ConnectOptions): ConnectedProvider {
  return connectWith(sendByUndici, definition, options);
}
