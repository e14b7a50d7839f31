import type { CreateSessionRequest, ListSessionsQuery } from "@codespar/contract";
import type { BackendAnswer } from "../http-message.ts";
import { describeSession } from "../sessions/describe-session.ts";
import { expiryFrom, readSession } from "../sessions/open-session.ts";
import { resolveServers } from "../sessions/resolve-servers.ts";
import type { SessionRecord } from "../store/store.ts";
import { emptyAnswer, jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function createSession({
  services,
  caller,
  body,
}: RouteContext<CreateSessionRequest>): Promise<BackendAnswer> {
  const now = services.clock.now();
  const session: SessionRecord = {
    id: services.ids.next("ses"),
    organisation: caller.organisation.id,
    servers: resolveServers(body),
    metadata: body.metadata ?? {},
    userId: body.user_id ?? null,
    policy: body.policy ?? null,
    toolCalls: 0,
    createdAt: now,
    expiresAt: expiryFrom(now),
    closedAt: null,
  };
  await services.store.createSession(session);
  return jsonAnswer(201, await describeSession(services, session));
}

export async function getSession({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  return jsonAnswer(
    200,
    await describeSession(services, await readSession(services, caller.organisation.id, id)),
  );
}

export async function listSessions({
  services,
  caller,
  query,
}: RouteContext<unknown, ListSessionsQuery>): Promise<BackendAnswer> {
  const { status, limit = 20, cursor } = query;
  const { rows, next } = await services.store.listSessions(
    caller.organisation.id,
    { status, now: services.clock.now() },
    { limit, cursor },
  );
  const data = await Promise.all(rows.map((session) => describeSession(services, session)));
  return jsonAnswer(200, { data, next_cursor: next });
}

export async function closeSession({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  const session = await readSession(services, caller.organisation.id, id);
  await services.store.closeSession(session.organisation, session.id, services.clock.now());
  return emptyAnswer();
}
