import type { BackendContext } from "../../context.ts";
import type { Credentials } from "../../ports/provider.ts";
import type { DispatchNote } from "../../store/operation.ts";
import { connectionName, getAccount, getTenant } from "../../store/ownership.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import type { SessionRecord } from "../../store/store.ts";

/** The account on whose behalf a provider is called. */
export interface ResolvedConnection {
  account: string;
  credentials?: Credentials | undefined;
  /** Which stored connection it is, with which credentials; null when there is none. */
  stored: DispatchNote["connection"];
}

/**
 * The stored connection that a session's calls to a server use: its tenant's, else the organisation's own. With `account`,
 * the one of that account alone.
 */
export async function findConnection(
  { store }: BackendContext,
  session: SessionRecord,
  server: string,
  account?: string,
): Promise<ConnectionRecord | undefined> {
  const { organisation } = session;
  const owners = new Set([getTenant(session), null]);
  for (const owner of owners) {
    if (account !== undefined && account !== getAccount(organisation, owner)) continue;
    const connection = await store.readRecordByName(
      "connection",
      organisation,
      connectionName(server, owner),
    );
    if (connection !== undefined) return connection;
  }
  return undefined;
}

/** Whether the server is called with stored credentials alone. */
export function mustBeConnected(
  { providers, requiresConnections }: Pick<BackendContext, "providers" | "requiresConnections">,
  server: string,
): boolean {
  return requiresConnections && providers.get(server)?.needsConnection !== false;
}

/**
 * Account and credentials for one call, looked up at each call and decrypted for it alone. A sandbox connects by itself;
 * where connections are required a server without stored credentials cannot be asked: undefined. With `account`, the same for a caller that asks
 * that account again: what another one knows of a call says nothing.
 */
export async function resolveConnection(
  context: BackendContext,
  session: SessionRecord,
  server: string,
  account?: string,
): Promise<ResolvedConnection | undefined> {
  const connection = await findConnection(context, session, server, account);
  if (connection === undefined) {
    const own = session.organisation;
    return mustBeConnected(context, server) || (account ?? own) !== own
      ? undefined
      : { account: own, stored: null };
  }
  const { id, organisation, tenant, encrypted } = connection;
  const secret = await context.vault.decrypt({ organisation, record: id, purpose: server }, encrypted);
  return {
    account: getAccount(organisation, tenant),
    stored: { id, credentialsVersion: connection.credentialsVersion },
    // encrypted by `createConnection`, which takes text fields alone
    credentials: JSON.parse(secret) as Credentials,
  };
}
