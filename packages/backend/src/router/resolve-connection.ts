import type { Credentials } from "../provider.ts";
import type { Services } from "../services.ts";
import type { SessionRecord } from "../store/store.ts";

/** In whose name a provider is asked. */
export interface ResolvedConnection {
  account: string;
  credentials?: Credentials | undefined;
}

/** The connection that a session's calls to a server use: its tenant's, else the organisation's own. */
export async function resolveConnection(
  _services: Services,
  session: SessionRecord,
  _server: string,
): Promise<ResolvedConnection> {
  return { account: session.organisation };
}
