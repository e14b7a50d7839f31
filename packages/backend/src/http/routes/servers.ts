import {
  type CatalogueServer,
  findServer,
  type ListServersQuery,
  type Server,
  servers,
  suggestServers,
} from "@codespar/contract";
import { apiError } from "../../platform/api-error.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { RouteInput } from "./route.ts";
import { jsonResponse } from "./route.ts";

export async function listServers({
  query,
}: RouteInput<unknown, ListServersQuery>): Promise<BackendResponse> {
  const { limit = 100, offset = 0 } = query;
  const matching = servers.filter((server) => matches(server, query));
  return jsonResponse(200, {
    data: matching.slice(offset, offset + limit),
    total: matching.length,
    limit,
    offset,
  });
}

export async function getServer({ id }: RouteInput): Promise<BackendResponse> {
  const server: CatalogueServer | undefined = findServer(id);
  if (server !== undefined) return jsonResponse(200, server);
  const suggestions = suggestServers(id);
  const hint =
    suggestions.length === 0 ? "List them with servers.list()." : `Perhaps ${suggestions.join(" or ")}.`;
  throw apiError("not_found", `There is no server ${JSON.stringify(id.slice(0, 60))}. ${hint}`, {
    suggestions,
  });
}

function matches(server: Server, { category, country, auth_type, q }: ListServersQuery): boolean {
  if (category !== undefined && !server.categories.includes(category)) return false;
  if (country !== undefined && !server.countries.includes(country)) return false;
  if (auth_type !== undefined && server.auth_type !== auth_type) return false;
  if (q === undefined) return true;
  const text = [server.id, server.name, ...server.capabilities, ...server.tools, ...server.aliases]
    .join(" ")
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
