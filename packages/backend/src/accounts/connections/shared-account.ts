import type { BackendContext } from "../../context.ts";
import { getTenant } from "../../store/ownership.ts";
import type { SessionRecord } from "../../store/store.ts";
import { findConnection } from "./resolve-connection.ts";

/**
 * Whether a tenant's session asks a server in the organisation's own name, which other tenants do as well. What the native
 * tools there name is everybody's, so such a session has the meta-tools alone, unless it was created with
 * `shared_account_tools`.
 */
export async function isOnSharedAccount(
  context: BackendContext,
  session: SessionRecord,
  server: string,
): Promise<boolean> {
  if (getTenant(session) === null || session.sharedAccountTools === true) return false;
  const connection = await findConnection(context, session, server);
  // without a connection a sandbox uses the organisation's account, and in live mode nothing can be called
  return connection === undefined ? !context.requiresConnections : connection.tenant === null;
}
