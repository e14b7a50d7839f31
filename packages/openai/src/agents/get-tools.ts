import { type AgentSession, selectTools } from "@codespar/sdk/agent";
import type { FunctionTool } from "@openai/agents";
import type { AgentToolsOptions } from "./agent-tools-options.ts";
import { convertAgentTool } from "./convert-agent-tool.ts";

/**
 * The session's tools for `new Agent({ tools })`.
 * @example
 * const agent = new Agent({ name: "Shop", tools: await getTools(session) });
 */
export async function getTools(
  session: AgentSession,
  options: AgentToolsOptions = {},
): Promise<FunctionTool[]> {
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  return selected.map((tool) => convertAgentTool(session, tool, options));
}
