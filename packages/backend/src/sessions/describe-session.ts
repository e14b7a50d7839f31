import { findServer, type Session } from "@codespar/contract";
import { timestamp } from "../dates.ts";
import type { Services } from "../services.ts";
import { sessionStatus } from "../store/session-status.ts";
import type { SessionRecord } from "../store/store.ts";
import { serverStatus } from "./server-status.ts";

/** A session as the wire has it. */
export async function describeSession(services: Services, session: SessionRecord): Promise<Session> {
  const servers = await Promise.all(
    session.servers.map(async (id) => ({
      id,
      name: findServer(id)?.name ?? id,
      status: await serverStatus(services, session, id),
    })),
  );
  return {
    // ids are made with this prefix
    id: session.id as Session["id"],
    status: sessionStatus(session, services.clock.now()),
    servers,
    metadata: session.metadata,
    user_id: session.userId,
    ...(session.policy === null ? {} : { policy: session.policy }),
    tool_calls: session.toolCalls,
    created_at: timestamp(session.createdAt),
    expires_at: timestamp(session.expiresAt),
  };
}
