import {
  findServer,
  type ListToolsQuery,
  type SessionConnection,
  type SessionConnectionList,
} from "@codespar/contract";
import { serverStatus } from "../../accounts/connections/server-status.ts";
import { readSession, useSession } from "../../accounts/sessions/open-session.ts";
import { listTools } from "../../calls/tools/list-tools.ts";
import type { BackendContext } from "../../context.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

export async function listSessionTools({
  context,
  caller,
  id,
  query,
}: RouteInput<unknown, ListToolsQuery>): Promise<BackendResponse> {
  const session = await readSession(context, caller.organisation.id, id);
  await useSession(context, session, context.clock.now());
  return jsonResponse(200, { data: await listTools(context, session, query) });
}

export async function listSessionConnections({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const session = await readSession(context, caller.organisation.id, id);
  await useSession(context, session, context.clock.now());
  const data: SessionConnection[] = [];
  for (const serverId of session.servers) {
    const status = await serverStatus(context, session, serverId);
    const server = findServer(serverId) ?? describeOwn(context, serverId);
    if (server === undefined) continue;
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
  return jsonResponse(200, list);
}

/** A provider that is not the catalogue's: business software unless stated otherwise. */
function describeOwn({ providers }: BackendContext, id: string) {
  const own = providers.get(id);
  if (own === undefined) return undefined;
  const { name = id, tools } = own;
  return { name, category: "erp", countries: [], auth_type: "api_key", tools_count: tools.length } as const;
}
