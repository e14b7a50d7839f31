export { createMcpServer } from "./create-mcp-server.ts";
export { createMcpHandler, type McpHandlerOptions } from "./http/create-mcp-handler.ts";
export type { McpOptions } from "./options.ts";
export { renewingSessions } from "./sessions/renewing-sessions.ts";
export type { SessionSource } from "./sessions/session-source.ts";
export { idempotencyKeyMeta } from "./tools/convert-tool-call.ts";
