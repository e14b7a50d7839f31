import { type ResolvedConnection, resolveConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import type { SessionRecord } from "../../store/store.ts";
import { isHealthy } from "../router/provider-health.ts";
import type { Candidate } from "../router/tool-plan.ts";
import { ownFault } from "./translate.ts";
import { needsConnection, type Skipped } from "./unavailable.ts";

/**
 * The connection for a candidate, or why it has none; the other candidates are tried regardless. `mayBeSkipped`: there
 * are others, so that a connection that has failed too often recently is left alone.
 */
export async function connectCandidate(
  { context, session }: { context: BackendContext; session: SessionRecord },
  { provider: { id } }: Candidate,
  mayBeSkipped: boolean,
): Promise<{ connection: ResolvedConnection } | { skipped: Skipped }> {
  try {
    const connection = await resolveConnection(context, session, id);
    if (connection === undefined) return { skipped: { id, reason: needsConnection } };
    if (mayBeSkipped && !(await isHealthy(context, { provider: id, account: connection.account })))
      return { skipped: { id, reason: "circuit_open" } };
    return { connection };
  } catch (error) {
    context.reportError(error);
    return { skipped: { id, reason: ownFault } };
  }
}
