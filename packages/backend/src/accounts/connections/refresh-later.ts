import type { BackendContext } from "../../context.ts";
import type { ConnectionRecord } from "../../store/record.ts";

/** Kind of the jobs that renew credentials. */
export const refreshKind = "refresh_connection";

const dayMs = 86_400_000;

/** What such a job says. */
export interface Refresh {
  organisation: string;
  connectionId: string;
  /** Of the credentials that are to be renewed: others are not. */
  expiresAt: number;
}

/** Has credentials renewed well before they run out: a tenth of their life, and a day at most. */
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
