import { type AgentSession, checkKnownOptions, selectTools } from "@codespar/sdk/agent";
import type { ToolSet } from "ai";
import { type GetToolsOptions, getToolsOptionNames } from "../options.ts";
import { convertTool } from "./convert-tool.ts";

/**
 * A session's tools for `generateText`, `streamText` and `ToolLoopAgent`.
 * @example
 * const tools = await getTools(session);
 * const { text } = await generateText({ model, tools, stopWhen: isStepCount(10), prompt });
 */
export async function getTools(session: AgentSession, options: GetToolsOptions = {}): Promise<ToolSet> {
  checkKnownOptions(options, getToolsOptionNames, "options");
  const tools = await selectTools(session, options.tools, options);
  return Object.fromEntries(tools.map((tool) => [tool.name, convertTool(session, tool, options)]));
}
