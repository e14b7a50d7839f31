export { getRunnableTools } from "./get-runnable-tools.ts";
export { getTools } from "./get-tools.ts";
export { handleMessage } from "./handle-message.ts";
export { handleToolUse } from "./handle-tool-use.ts";
export type { GetToolsOptions, HandleOptions, RunnableToolsOptions, ToolOptions } from "./options.ts";
export { convertStrictSchema, type StrictSchema } from "./strict-schema.ts";
