import type { SessionServer } from "@codespar/contract";
import type { Services } from "../services.ts";
import type { SessionRecord } from "../store/store.ts";

/** Whether a session can use one of its servers now. */
export async function serverStatus(
  { providers }: Services,
  _session: SessionRecord,
  server: string,
): Promise<SessionServer["status"]> {
  return providers.has(server) ? "connected" : "failed";
}
