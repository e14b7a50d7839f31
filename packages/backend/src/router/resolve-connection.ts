import { connectionName } from "../connections/connection-name.ts";
import type { Credentials } from "../ports/provider.ts";
import type { Services } from "../services.ts";
import type { ConnectionRecord } from "../store/record.ts";
import type { SessionRecord } from "../store/store.ts";
import { tenantOf } from "./find-provider-document.ts";

/** In whose name a provider is asked. */
export interface ResolvedConnection {
  account: string;
  credentials?: Credentials | undefined;
}

/**
 * The stored connection that a session's calls to a server use: its tenant's, else the organisation's own. With `account`,
 * the one of that account alone.
 */
export async function findConnection(
  { store }: Services,
  session: SessionRecord,
  server: string,
  account?: string,
): Promise<ConnectionRecord | undefined> {
  const { organisation } = session;
  const owners = new Set([tenantOf(session), null]);
  for (const owner of owners) {
    if (account !== undefined && account !== accountOf(organisation, owner)) continue;
    const connection = await store.readRecordByName(
      "connection",
      organisation,
      connectionName(server, owner),
    );
    if (connection !== undefined) return connection;
  }
  return undefined;
}

/**
 * Account and credentials for one call, looked up at each call and decrypted for it alone. A sandbox connects by itself;
 * in live mode a server without stored credentials cannot be asked: undefined. With `account`, the same for whoever asks
 * that account again: what another one knows of a call says nothing.
 */
export async function resolveConnection(
  services: Services,
  session: SessionRecord,
  server: string,
  account?: string,
): Promise<ResolvedConnection | undefined> {
  const connection = await findConnection(services, session, server, account);
  if (connection === undefined) {
    const own = session.organisation;
    return services.livemode || (account ?? own) !== own ? undefined : { account: own };
  }
  const { id, organisation, tenant, sealed } = connection;
  const secret = await services.vault.open({ organisation, record: id, purpose: server }, sealed);
  return {
    account: accountOf(organisation, tenant),
    // sealed by `createConnection`, which takes text fields alone
    credentials: JSON.parse(secret) as Credentials,
  };
}

function accountOf(organisation: string, tenant: string | null): string {
  return tenant === null ? organisation : `${organisation}/${tenant}`;
}
