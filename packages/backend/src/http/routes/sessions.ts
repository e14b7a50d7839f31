import type { CreateSessionRequest, ListSessionsQuery } from "@codespar/contract";
import { describeSession } from "../../accounts/sessions/describe-session.ts";
import { expiryFrom, readSession } from "../../accounts/sessions/open-session.ts";
import { resolveServers } from "../../accounts/sessions/resolve-servers.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { RouteInput } from "./route.ts";
import { emptyResponse, jsonResponse } from "./route.ts";

export async function createSession({
  context,
  caller,
  body,
}: RouteInput<CreateSessionRequest>): Promise<BackendResponse> {
  const now = context.clock.now();
  const session: SessionRecord = {
    id: context.ids.next("ses"),
    organisation: caller.organisation.id,
    servers: resolveServers(context, body),
    metadata: body.metadata ?? {},
    userId: body.user_id ?? null,
    policy: body.policy ?? null,
    ...(body.shared_account_tools === true ? { sharedAccountTools: true } : {}),
    toolCalls: 0,
    createdAt: now,
    expiresAt: expiryFrom(now),
    closedAt: null,
  };
  await context.store.createSession(session);
  return jsonResponse(201, await describeSession(context, session));
}

export async function getSession({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  return jsonResponse(
    200,
    await describeSession(context, await readSession(context, caller.organisation.id, id)),
  );
}

export async function listSessions({
  context,
  caller,
  query,
}: RouteInput<unknown, ListSessionsQuery>): Promise<BackendResponse> {
  const { status, limit = 20, cursor } = query;
  const { rows, next } = await context.store.listSessions(
    caller.organisation.id,
    { status, now: context.clock.now() },
    { limit, cursor },
  );
  const data = await Promise.all(rows.map((session) => describeSession(context, session)));
  return jsonResponse(200, { data, next_cursor: next });
}

export async function closeSession({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const session = await readSession(context, caller.organisation.id, id);
  await context.store.closeSession(session.organisation, session.id, context.clock.now());
  return emptyResponse();
}
