import {
  type Connection,
  type CreateConnectionRequest,
  findServer,
  type ListConnectionsQuery,
  suggestServers,
} from "@codespar/contract";
import { failure } from "../api-failure.ts";
import { connectionName } from "../connections/connection-name.ts";
import { timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import type { ConnectionRecord } from "../store/record.ts";
import { emptyAnswer, jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

/** Stores credentials. A second connection of the same server and tenant takes the place of the first, under its id. */
export async function createConnection(
  context: RouteContext<CreateConnectionRequest>,
): Promise<BackendAnswer> {
  const { services, caller, body } = context;
  const { store, clock, ids, vault } = services;
  const organisation = caller.organisation.id;
  const server = requireServer(body.server_id);
  const tenant = body.tenant_id ?? null;
  const name = connectionName(server, tenant);
  const earlier = await store.readRecordByName("connection", organisation, name);
  const now = clock.now();
  const id = earlier?.id ?? ids.next("conn");
  const record: ConnectionRecord = {
    id,
    organisation,
    name,
    group: server,
    version: earlier?.version ?? 1,
    server,
    tenant,
    displayName: body.display_name ?? null,
    sealed: await vault.seal({ organisation, record: id, purpose: server }, JSON.stringify(body.credentials)),
    last4: Object.fromEntries(
      Object.entries(body.credentials).map(([field, value]) => [field, lastFour(value)]),
    ),
    createdAt: earlier?.createdAt ?? now,
    updatedAt: now,
  };
  const isStored =
    earlier === undefined
      ? await store.insertRecord("connection", record)
      : await store.replaceRecord("connection", record);
  // somebody else stored it at the same moment: theirs is there now, and ours comes after it
  return isStored ? jsonAnswer(201, describeConnection(record)) : createConnection(context);
}

export async function listConnections({
  services,
  caller,
  query,
}: RouteContext<unknown, ListConnectionsQuery>): Promise<BackendAnswer> {
  const { server_id, tenant_id, limit = 20, cursor } = query;
  const group = server_id === undefined ? undefined : (findServer(server_id)?.id ?? server_id);
  const data: Connection[] = [];
  let next: string | null = cursor ?? null;
  do {
    const slice = await services.store.listRecords(
      "connection",
      caller.organisation.id,
      { group },
      { limit: limit - data.length, cursor: next ?? undefined },
    );
    const matching = slice.rows.filter(({ tenant }) => tenant_id === undefined || tenant === tenant_id);
    data.push(...matching.map(describeConnection));
    next = slice.next;
  } while (next !== null && data.length < limit);
  return jsonAnswer(200, { data, next_cursor: next });
}

export async function getConnection({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  const record = await services.store.readRecord("connection", caller.organisation.id, id);
  if (record === undefined) throw noSuchConnection(id);
  return jsonAnswer(200, describeConnection(record));
}

export async function deleteConnection({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  if (await services.store.deleteRecord("connection", caller.organisation.id, id)) return emptyAnswer();
  throw noSuchConnection(id);
}

function requireServer(idOrAlias: string): string {
  const server = findServer(idOrAlias);
  if (server !== undefined) return server.id;
  const suggestions = suggestServers(idOrAlias);
  const hint =
    suggestions.length === 0 ? "List them with servers.list()." : `Perhaps ${suggestions.join(" or ")}.`;
  const message = `There is no server ${JSON.stringify(idOrAlias)}. ${hint}`;
  throw failure("invalid_request", message, { issues: [{ path: "server_id", message }], suggestions });
}

/** The last four characters of a secret that is long enough for them to tell nothing. */
function lastFour(secret: string): string {
  return secret.length >= 8 ? secret.slice(-4) : "";
}

function describeConnection(record: ConnectionRecord): Connection {
  const { id, server, tenant, displayName, last4, createdAt, updatedAt } = record;
  return {
    id,
    server_id: server,
    tenant_id: tenant,
    display_name: displayName,
    status: "connected",
    credentials: Object.fromEntries(Object.entries(last4).map(([field, text]) => [field, { last4: text }])),
    created_at: timestamp(createdAt),
    updated_at: timestamp(updatedAt),
  };
}

function noSuchConnection(id: string) {
  return failure("not_found", `There is no connection ${JSON.stringify(id.slice(0, 60))}.`, {
    suggestions: [],
  });
}
