import type { BackendContext } from "../../context.ts";
import type { ConnectionRecord } from "../../store/record.ts";

/** The kind of jobs that renew credentials. */
export const refreshKind = "refresh_connection";

const dayMs = 86_400_000;

/** The payload of such a job. */
export interface Refresh {
  organisation: string;
  connectionId: string;
  /** The version of the credentials to renew. */
  expiresAt: number;
}

/** Schedules the renewal of credentials well before they expire: a tenth of their lifetime, at most a day. */
export async function refreshLater(
  { store, clock }: Pick<BackendContext, "clock" | "store">,
  { id, organisation, expiresAt }: Pick<ConnectionRecord, "expiresAt" | "id" | "organisation">,
): Promise<void> {
  if (expiresAt === null || expiresAt === undefined) return;
  const now = clock.now();
  const marginMs = Math.min((expiresAt - now) / 10, dayMs);
  const refresh: Refresh = { organisation, connectionId: id, expiresAt };
  await store.addJob({
    id: `${refreshKind} ${id} ${expiresAt}`,
    kind: refreshKind,
    dueAt: Math.max(now, Math.floor(expiresAt - marginMs)),
    attempts: 0,
    payload: JSON.stringify(refresh),
  });
}
