import { findServer } from "@codespar/contract";
import { type ConnectableProvider, connectPage } from "@codespar/node-runtime/connect-page";
import { type ConnectorDefinition, connectors, findNewCredentialProblem } from "@codespar/providers/connect";
import type { Sandbox } from "@codespar/sandbox-core";

/** The connect page over simulated providers: it asks for the same fields as the real ones, and all test credentials of their form work. */
export function sandboxConnectPage(
  sandbox: Pick<Sandbox, "clock" | "connectSessions">,
  publicUrl: () => string,
) {
  return function serve(request: Request): Promise<Response> {
    // a reset sandbox has other sessions
    const { connectSessions: sessions, clock } = sandbox;
    return connectPage({ sessions, providers: { get: describe }, publicUrl, clock })(request);
  };
}

function describe(id: string): ConnectableProvider | undefined {
  const server = findServer(id);
  if (server === undefined) return undefined;
  const fields: Pick<ConnectorDefinition["credentials"][number], "label" | "name" | "required" | "secret">[] =
    [...(connectors.get(server.id)?.credentials ?? [{ name: "api_key", label: "API key" }])];
  return {
    id: server.id,
    name: server.name,
    fields: fields.map(({ name, label, required = true, secret = true }) => ({
      name,
      label,
      required,
      secret,
    })),
    async checkCredentials(credentials) {
      const connector = connectors.get(server.id);
      return connector && findNewCredentialProblem(connector, credentials, "test");
    },
    tryCredentials: async () => ({ status: "works" }),
  };
}
