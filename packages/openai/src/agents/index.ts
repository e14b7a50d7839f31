export type { AgentToolsOptions } from "./agent-tools-options.ts";
export { getTools } from "./get-tools.ts";
