import { findServer } from "@codespar/contract";
import type { McpServerConfig } from "./gateway-config.ts";

/** What is wrong with the ids of MCP servers, before anything listens. */
export function checkMcpServers(servers: readonly McpServerConfig[]): string[] {
  const ids = servers.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (findServer(id) !== undefined)
      return [`mcpServers.${index}: ${id} is a provider of the catalogue. Choose another id.`];
    return ids.indexOf(id) < index ? [`mcpServers.${index}: ${id} is there twice.`] : [];
  });
}
