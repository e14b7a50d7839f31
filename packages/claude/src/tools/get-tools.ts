import type Anthropic from "@anthropic-ai/sdk";
import { type AgentSession, checkKnownOptions, selectTools } from "@codespar/sdk/agent";
import { type GetToolsOptions, getToolsOptionNames } from "../options.ts";
import { convertTool } from "./convert-tool.ts";

/**
 * The session's tools for `client.messages.create({ tools })`.
 * @example
 * const tools = await getTools(session);
 */
export async function getTools(
  session: AgentSession,
  options: GetToolsOptions = {},
): Promise<Anthropic.Tool[]> {
  checkKnownOptions(options, getToolsOptionNames, "options");
  const { tools, signal, toolOptions, onNonStrict } = options;
  const selected = await selectTools(session, tools, { signal });
  return selected.map((tool) => convertTool(tool, toolOptions?.(tool), onNonStrict));
}
