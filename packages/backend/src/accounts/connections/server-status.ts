import type { SessionServer } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { SessionRecord } from "../../store/store.ts";
import { findConnection, mustBeConnected } from "./resolve-connection.ts";

/** Whether a session can use one of its servers now: with stored credentials, or without where none are required, as in a sandbox. */
export async function serverStatus(
  context: BackendContext,
  session: SessionRecord,
  server: string,
): Promise<SessionServer["status"]> {
  if (!context.providers.has(server)) return "failed";
  if (!mustBeConnected(context, server)) return "connected";
  return (await findConnection(context, session, server)) === undefined ? "needs_connection" : "connected";
}
