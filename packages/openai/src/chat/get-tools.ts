import { type AgentSession, checkKnownOptions, selectTools } from "@codespar/sdk/agent";
import type { ChatCompletionFunctionTool } from "openai/resources/chat/completions";
import { type GetToolsOptions, getToolsOptionNames } from "../options.ts";
import { convertTool } from "./convert-tool.ts";

/**
 * The session's tools for `client.chat.completions.create({ tools })`.
 * @example
 * const tools = await getTools(session);
 */
export async function getTools(
  session: AgentSession,
  options: GetToolsOptions = {},
): Promise<ChatCompletionFunctionTool[]> {
  checkKnownOptions(options, getToolsOptionNames, "options");
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  return selected.map((tool) => convertTool(tool, options));
}
