import {
  findServer,
  type ListToolsQuery,
  type SessionConnection,
  type SessionConnectionList,
} from "@codespar/contract";
import type { BackendAnswer } from "../http-message.ts";
import { readSession, useSession } from "../sessions/open-session.ts";
import { serverStatus } from "../sessions/server-status.ts";
import { listTools } from "../tools/list-tools.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

export async function listSessionTools({
  services,
  caller,
  id,
  query,
}: RouteContext<unknown, ListToolsQuery>): Promise<BackendAnswer> {
  const session = await readSession(services, caller.organisation.id, id);
  await useSession(services, session);
  return jsonAnswer(200, { data: listTools(services, session, query) });
}

export async function listSessionConnections({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  const session = await readSession(services, caller.organisation.id, id);
  await useSession(services, session);
  const data: SessionConnection[] = [];
  for (const serverId of session.servers) {
    const server = findServer(serverId);
    if (server === undefined) continue;
    const status = await serverStatus(services, session, serverId);
    const { name, category, countries, auth_type } = server;
    data.push({
      id: serverId,
      name,
      category,
      countries: [...countries],
      auth_type,
      status,
      connected: status === "connected",
      tools_count: server.tools_count,
    });
  }
  const list: SessionConnectionList = { data, total: data.length, session_id: session.id };
  return jsonAnswer(200, list);
}
