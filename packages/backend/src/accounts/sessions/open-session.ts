import { findServer, sessionIdleMinutes } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { SessionRecord } from "../../store/store.ts";

const idleMs = sessionIdleMinutes * 60_000;

/** When a session that is used now will have been idle for too long. */
export function expiryFrom(now: number): number {
  return now + idleMs;
}

/** The organisation's session, whatever its status. Another organisation's is as good as not there. */
export async function readSession(
  context: BackendContext,
  organisation: string,
  id: string,
): Promise<SessionRecord> {
  const session = await context.store.readSession(organisation, id);
  if (session !== undefined) return session;
  throw apiError(
    "not_found",
    `There is no session ${JSON.stringify(id.slice(0, 60))}. Create one with sessions.create().`,
    {
      suggestions: [],
    },
  );
}

/** Refuses a session that is closed or has expired, and moves the expiry of one that is used. */
export async function useSession(
  { store }: BackendContext,
  session: SessionRecord,
  now: number,
): Promise<void> {
  if (session.closedAt !== null) {
    throw apiError(
      "session_closed",
      `Session ${session.id} is closed. Create a new one with sessions.create().`,
      {},
    );
  }
  if (session.expiresAt <= now) {
    throw apiError(
      "session_expired",
      `Session ${session.id} expired after ${sessionIdleMinutes} idle minutes. Create a new one with sessions.create().`,
      { expired_at: timestamp(session.expiresAt) },
    );
  }
  await store.touchSession(session.organisation, session.id, expiryFrom(now));
}

/** Refuses a `provider` argument that names a server that is unknown or not attached. Returns its id. */
export function requireAttached(session: SessionRecord, idOrAlias: string): string {
  const id = findServer(idOrAlias)?.id ?? idOrAlias;
  if (session.servers.includes(id)) return id;
  throw apiError(
    "server_not_in_session",
    `Server ${idOrAlias} is not attached to this session. Create a session with servers: [..., "${id}"].`,
    { server: id, servers: [...session.servers] },
  );
}

/** Those of the preferred servers that the session has, in the order of preference. */
export function getAttached(session: SessionRecord, preferred: readonly string[]): string[] {
  return preferred.filter((id) => session.servers.includes(id));
}
