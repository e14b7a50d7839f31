import { failure } from "../api-failure.ts";
import { connectionName } from "../connections/connection-name.ts";
import type { Credentials } from "../provider.ts";
import type { Services } from "../services.ts";
import type { ConnectionRecord } from "../store/record.ts";
import type { SessionRecord } from "../store/store.ts";
import { tenantOf } from "./find-provider-document.ts";

/** In whose name a provider is asked. */
export interface ResolvedConnection {
  account: string;
  credentials?: Credentials | undefined;
}

/** The stored connection that a session's calls to a server use: its tenant's, else the organisation's own. */
export async function findConnection(
  { store }: Services,
  session: SessionRecord,
  server: string,
): Promise<ConnectionRecord | undefined> {
  const tenant = tenantOf(session);
  const own = () => store.readRecordByName("connection", session.organisation, connectionName(server, null));
  if (tenant === null) return own();
  return (
    (await store.readRecordByName("connection", session.organisation, connectionName(server, tenant))) ??
    (await own())
  );
}

/**
 * Account and credentials for one call, looked up at each call and decrypted for it alone. A sandbox connects by itself;
 * in live mode a server without stored credentials is as good as down.
 */
export async function resolveConnection(
  services: Services,
  session: SessionRecord,
  server: string,
): Promise<ResolvedConnection> {
  const connection = await findConnection(services, session, server);
  if (connection === undefined) {
    if (services.livemode) throw notConnected(server);
    return { account: session.organisation };
  }
  const { id, organisation, tenant, sealed } = connection;
  const secret = await services.vault.open({ organisation, record: id, purpose: server }, sealed);
  return {
    account: tenant === null ? organisation : `${organisation}/${tenant}`,
    // sealed by `createConnection`, which takes text fields alone
    credentials: JSON.parse(secret) as Credentials,
  };
}

function notConnected(server: string) {
  return failure(
    "provider_unavailable",
    `${server} has no credentials here. Store them with connections.create({ server_id: "${server}", credentials }).`,
    { providers: [{ id: server, reason: "needs_connection" }] },
  );
}
