export { idempotencyKeyMeta } from "./convert-tool-call.ts";
export { createMcpHandler, type McpHandlerOptions } from "./create-mcp-handler.ts";
export { createMcpServer } from "./create-mcp-server.ts";
export type { McpOptions } from "./options.ts";
export { renewingSessions } from "./renewing-sessions.ts";
export type { SessionSource } from "./session-source.ts";
