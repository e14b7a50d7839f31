import type { Session } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { timestamp } from "../../platform/time.ts";
import { sessionStatus } from "../../store/states.ts";
import type { SessionRecord } from "../../store/store.ts";
import { serverStatus } from "../connections/server-status.ts";
import { findAttachable } from "./find-server.ts";

/** A session as the wire has it. */
export async function describeSession(context: BackendContext, session: SessionRecord): Promise<Session> {
  const servers = await Promise.all(
    session.servers.map(async (id) => ({
      id,
      name: findAttachable(context, id)?.name ?? id,
      status: await serverStatus(context, session, id),
    })),
  );
  return {
    // ids are made with this prefix
    id: session.id as Session["id"],
    status: sessionStatus(session, context.clock.now()),
    servers,
    metadata: session.metadata,
    user_id: session.userId,
    ...(session.policy === null ? {} : { policy: session.policy }),
    ...(session.sharedAccountTools === true ? { shared_account_tools: true } : {}),
    tool_calls: session.toolCalls,
    created_at: timestamp(session.createdAt),
    expires_at: timestamp(session.expiresAt),
  };
}
