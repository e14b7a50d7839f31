export { handleMessage } from "./calls/handle-message.ts";
export { handleToolUse } from "./calls/handle-tool-use.ts";
export type { GetToolsOptions, HandleOptions, RunnableToolsOptions, ToolOptions } from "./options.ts";
export { getRunnableTools } from "./tools/get-runnable-tools.ts";
export { getTools } from "./tools/get-tools.ts";
export { convertStrictSchema, type StrictSchema } from "./tools/strict-schema.ts";
