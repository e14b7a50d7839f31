import { type ResolvedConnection, resolveConnection } from "../../accounts/connections/resolve-connection.ts";
import type { BackendContext } from "../../context.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { Candidate } from "../router/tool-plan.ts";
import { ownFault } from "./translate.ts";
import { needsConnection, type Skipped } from "./unavailable.ts";

/** The connection for a candidate's turn, or why it has none: then the others have theirs all the same. */
export async function connectCandidate(
  { context, session }: { context: BackendContext; session: SessionRecord },
  { provider: { id } }: Candidate,
): Promise<{ connection: ResolvedConnection } | { skipped: Skipped }> {
  try {
    const connection = await resolveConnection(context, session, id);
    return connection === undefined ? { skipped: { id, reason: needsConnection } } : { connection };
  } catch (error) {
    context.reportError(error);
    return { skipped: { id, reason: ownFault } };
  }
}
