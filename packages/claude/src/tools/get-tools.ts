import type Anthropic from "@anthropic-ai/sdk";
import { type AgentSession, selectTools } from "@codespar/sdk/agent";
import type { GetToolsOptions } from "../options.ts";
import { convertTool } from "./convert-tool.ts";

/**
 * The session's tools for `client.messages.create({ tools })`.
 * @example
 * const tools = await getTools(session);
 */
export async function getTools(
  session: AgentSession,
  { tools, signal, toolOptions, onNonStrict }: GetToolsOptions = {},
): Promise<Anthropic.Tool[]> {
  const selected = await selectTools(session, tools, { signal });
  return selected.map((tool) => convertTool(tool, toolOptions?.(tool), onNonStrict));
}
