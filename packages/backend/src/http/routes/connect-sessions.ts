import type { ConnectSession, CreateConnectSessionRequest } from "@codespar/contract";
import { createConnectSession as makeSession } from "../../accounts/connect-sessions/connect-sessions.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { requireServer } from "./connections.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

/** Makes a link to the connect page, where there is one. */
export async function createConnectSession({
  context,
  caller,
  body,
}: RouteInput<CreateConnectSessionRequest>): Promise<BackendResponse> {
  const { connectPage } = context;
  if (connectPage === undefined) {
    throw apiError(
      "not_found",
      "There is no connect page here. Store the credentials with POST /v1/connections.",
      { suggestions: ["POST /v1/connections"] },
    );
  }
  const server = requireServer(context, body.server_id);
  const returnUrl = body.return_url ?? null;
  if (returnUrl !== null && !isAllowed(returnUrl, connectPage.returnOrigins)) {
    const message =
      "return_url does not begin with an allowed origin. The operator of this service lists them in connect.returnOrigins.";
    throw apiError("invalid_request", message, { issues: [{ path: "return_url", message }] });
  }
  const { token, record } = await makeSession(context, {
    organisation: caller.organisation.id,
    server,
    tenant: body.tenant_id ?? null,
    displayName: body.display_name ?? null,
    returnUrl,
  });
  const session: ConnectSession = {
    id: record.id,
    // in the fragment: no server, proxy or referrer gets to see it
    url: `${connectPage.url()}#${token}`,
    server_id: server,
    tenant_id: record.tenant,
    expires_at: timestamp(record.expiresAt),
  };
  return jsonResponse(201, session);
}

function isAllowed(url: string, origins: { has(origin: string): boolean }): boolean {
  return URL.canParse(url) && origins.has(new URL(url).origin);
}
