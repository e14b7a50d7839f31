import type { SessionServer } from "@codespar/contract";
import { findConnection } from "../router/resolve-connection.ts";
import type { Services } from "../services.ts";
import type { SessionRecord } from "../store/store.ts";

/** Whether a session can use one of its servers now: in a sandbox always, in live mode with stored credentials. */
export async function serverStatus(
  services: Services,
  session: SessionRecord,
  server: string,
): Promise<SessionServer["status"]> {
  if (!services.providers.has(server)) return "failed";
  if (!services.livemode) return "connected";
  return (await findConnection(services, session, server)) === undefined ? "needs_connection" : "connected";
}
