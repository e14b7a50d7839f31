import {
  type Connection,
  type CreateConnectionRequest,
  findServer,
  type ListConnectionsQuery,
  suggestServers,
} from "@codespar/contract";
import { connectionName } from "../../accounts/connections/connection-name.ts";
import { apiError } from "../../platform/api-error.ts";
import { canonicalJson } from "../../platform/canonical-json.ts";
import { timestamp } from "../../platform/dates.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import { emptyAnswer, jsonResponse } from "../json-response.ts";
import type { RouteInput } from "./route.ts";

/** Stores credentials. A second connection of the same server and tenant takes the place of the first, under its id. */
export async function createConnection(input: RouteInput<CreateConnectionRequest>): Promise<BackendResponse> {
  const { context, caller, body } = input;
  const { store, clock, ids, vault } = context;
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
    sealed: await vault.encrypt(
      { organisation, record: id, purpose: server },
      JSON.stringify(body.credentials),
    ),
    credentialsVersion: await credentialsVersion(input, earlier),
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
  return isStored ? jsonResponse(201, describeConnection(record)) : createConnection(input);
}

/** One more than before, unless the same credentials are given again: other ones may be another account's. */
async function credentialsVersion(
  { context, body }: RouteInput<CreateConnectionRequest>,
  earlier: ConnectionRecord | undefined,
): Promise<number> {
  if (earlier === undefined) return 1;
  const { id, organisation, server, sealed, credentialsVersion } = earlier;
  const owner = { organisation, record: id, purpose: server };
  const before: unknown = JSON.parse(await context.vault.decrypt(owner, sealed));
  return canonicalJson(before) === canonicalJson(body.credentials)
    ? credentialsVersion
    : credentialsVersion + 1;
}

export async function listConnections({
  context,
  caller,
  query,
}: RouteInput<unknown, ListConnectionsQuery>): Promise<BackendResponse> {
  const { server_id, tenant_id, limit = 20, cursor } = query;
  const group = server_id === undefined ? undefined : (findServer(server_id)?.id ?? server_id);
  const data: Connection[] = [];
  let next: string | null = cursor ?? null;
  do {
    const slice = await context.store.listRecords(
      "connection",
      caller.organisation.id,
      { group },
      { limit: limit - data.length, cursor: next ?? undefined },
    );
    const matching = slice.rows.filter(({ tenant }) => tenant_id === undefined || tenant === tenant_id);
    data.push(...matching.map(describeConnection));
    next = slice.next;
  } while (next !== null && data.length < limit);
  return jsonResponse(200, { data, next_cursor: next });
}

export async function getConnection({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const record = await context.store.readRecord("connection", caller.organisation.id, id);
  if (record === undefined) throw noSuchConnection(id);
  return jsonResponse(200, describeConnection(record));
}

export async function deleteConnection({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  if (await context.store.deleteRecord("connection", caller.organisation.id, id)) return emptyAnswer();
  throw noSuchConnection(id);
}

function requireServer(idOrAlias: string): string {
  const server = findServer(idOrAlias);
  if (server !== undefined) return server.id;
  const suggestions = suggestServers(idOrAlias);
  const hint =
    suggestions.length === 0 ? "List them with servers.list()." : `Perhaps ${suggestions.join(" or ")}.`;
  const message = `There is no server ${JSON.stringify(idOrAlias)}. ${hint}`;
  throw apiError("invalid_request", message, { issues: [{ path: "server_id", message }], suggestions });
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
  return apiError("not_found", `There is no connection ${JSON.stringify(id.slice(0, 60))}.`, {
    suggestions: [],
  });
}
