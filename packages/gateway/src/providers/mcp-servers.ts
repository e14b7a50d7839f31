import { isError } from "@codespar/contract";
import type { McpProvider } from "@codespar/providers/mcp";
import { ConfigError } from "../config/config-error.ts";
import type { McpServerConfig } from "../config/gateway-config.ts";
import type { Log } from "../logging/json-log.ts";

/**
 * Connects to the MCP servers of the configuration. One that cannot be reached is left out and said so in the log: it must not keep the
 * others from their money. Throws `ConfigError` where the package that speaks to them is missing.
 */
export async function mcpServers(servers: readonly McpServerConfig[], log: Log): Promise<McpProvider[]> {
  if (servers.length === 0) return [];
  const { mcpProvider } = await load();
  const connected = await Promise.all(
    servers.map(async ({ id, url, command, authorization }) => {
      // the schema has seen to it that there is one of both
      const [program = "", ...rest] = command ?? [];
      const address = url === undefined ? { command: [program, ...rest] as const } : { url };
      const auth = authorization === undefined ? {} : { auth: { Authorization: authorization } };
      try {
        return [{ ...(await mcpProvider({ ...address, ...auth, id })), needsConnection: false }];
      } catch (error) {
        log.error("an MCP server cannot be reached: its tools are missing until the next start", error, {
          server: id,
        });
        return [];
      }
    }),
  );
  return connected.flat();
}

async function load(): Promise<typeof import("@codespar/providers/mcp")> {
  try {
    return await import("@codespar/providers/mcp");
  } catch (cause) {
    if (!isError(cause) || !("code" in cause) || cause.code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new ConfigError([
      "mcpServers is set, and the package @modelcontextprotocol/client is not installed. Add it, or leave mcpServers out.",
    ]);
  }
}
