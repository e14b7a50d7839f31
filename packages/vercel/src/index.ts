export { getToolApproval, type PendingToolCall } from "./approvals/get-tool-approval.ts";
export { ToolCallError } from "./calls/tool-call-error.ts";
export type { ToolOutput, ToolProgress } from "./calls/tool-output.ts";
export type { GetToolsOptions } from "./options.ts";
export { getTools } from "./tools/get-tools.ts";
