export { getToolApproval, type PendingToolCall } from "./get-tool-approval.ts";
export { getTools } from "./get-tools.ts";
export type { GetToolsOptions } from "./options.ts";
export { ToolCallError } from "./tool-call-error.ts";
export type { ToolOutput, ToolProgress } from "./tool-output.ts";
