import {
  type Connection,
  type ConnectionWebhookUrl,
  type CreateConnectionRequest,
  findServer,
  type ListConnectionsQuery,
  type RotateSecretRequest,
} from "@codespar/contract";
import { indexAccount } from "../../accounts/connections/account-index.ts";
import { storeConnection } from "../../accounts/connections/store-connection.ts";
import { createWebhookEndpoint } from "../../accounts/connections/webhook-endpoints.ts";
import { findAttachable, suggestAttachable } from "../../accounts/sessions/find-server.ts";
import type { BackendContext } from "../../context.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import { getAccount } from "../../store/ownership.ts";
import type { ConnectionRecord } from "../../store/record.ts";
import type { RouteInput } from "./route.ts";
import { emptyResponse, jsonResponse } from "./route.ts";

/** Stores credentials. A second connection of the same server and tenant replaces the first, under its id. */
export async function createConnection({
  context,
  caller,
  body,
}: RouteInput<CreateConnectionRequest>): Promise<BackendResponse> {
  const organisation = caller.organisation.id;
  const server = requireServer(context, body.server_id);
  const { tenant_id: tenant = null, display_name: displayName = null, credentials } = body;
  const provider = context.providers.get(server);
  const message = await provider?.checkCredentials?.(credentials, getAccount(organisation, tenant));
  if (message !== undefined) {
    throw apiError("invalid_request", message, { issues: [{ path: "credentials", message }] });
  }
  const record = await storeConnection(context, { organisation, server, tenant, displayName, credentials });
  return jsonResponse(201, describeConnection(record));
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

/** Makes the address for a provider's webhooks, replacing an earlier one. */
export async function createConnectionWebhookUrl({
  context,
  caller,
  id,
  body,
}: RouteInput<RotateSecretRequest>): Promise<BackendResponse> {
  const record = await context.store.readRecord("connection", caller.organisation.id, id);
  if (record === undefined) throw noSuchConnection(id);
  const { webhookBaseUrl } = context;
  if (webhookBaseUrl === undefined) {
    throw apiError("not_found", "No provider can send webhooks here.", { suggestions: [] });
  }
  const { token, previousExpiresAt } = await createWebhookEndpoint(
    context,
    record,
    body.grace_period_seconds,
  );
  const response: ConnectionWebhookUrl = {
    url: `${webhookBaseUrl()}/${record.server}/${token}`,
    previous_expires_at: previousExpiresAt === null ? null : timestamp(previousExpiresAt),
  };
  return jsonResponse(200, response);
}

export async function deleteConnection({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const organisation = caller.organisation.id;
  if (!(await context.store.deleteRecord("connection", organisation, id))) throw noSuchConnection(id);
  await indexAccount(context, { connectionId: id, connectionOrganisation: organisation }, undefined);
  return emptyResponse();
}

/** The id of a server that the catalogue has. */
export function requireServer(context: Pick<BackendContext, "providers">, idOrAlias: string): string {
  const server = findAttachable(context, idOrAlias);
  if (server !== undefined) return server.id;
  const suggestions = suggestAttachable(context, idOrAlias);
  const hint =
    suggestions.length === 0 ? "List them with servers.list()." : `Perhaps ${suggestions.join(" or ")}.`;
  const message = `There is no server ${JSON.stringify(idOrAlias)}. ${hint}`;
  throw apiError("invalid_request", message, { issues: [{ path: "server_id", message }], suggestions });
}

function describeConnection(record: ConnectionRecord): Connection {
  const { id, server, tenant, displayName, last4, expiresAt, createdAt, updatedAt } = record;
  return {
    id,
    server_id: server,
    tenant_id: tenant,
    display_name: displayName,
    status: record.status ?? "connected",
    credentials: Object.fromEntries(Object.entries(last4).map(([field, text]) => [field, { last4: text }])),
    expires_at: expiresAt === null || expiresAt === undefined ? null : timestamp(expiresAt),
    created_at: timestamp(createdAt),
    updated_at: timestamp(updatedAt),
  };
}

function noSuchConnection(id: string) {
  return apiError("not_found", `There is no connection ${JSON.stringify(id.slice(0, 60))}.`, {
    suggestions: [],
  });
}
