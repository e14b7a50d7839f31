export {
  type McpProvider,
  type McpProviderOptions,
  type McpServerAddress,
  mcpProvider,
} from "./mcp/mcp-provider.ts";
