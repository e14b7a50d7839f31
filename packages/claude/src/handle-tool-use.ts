import type Anthropic from "@anthropic-ai/sdk";
import { type AgentSession, answerToolCall } from "@codespar/sdk/agent";
import { convertToolCall, type ToolUse } from "./convert-tool-call.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import type { HandleOptions } from "./options.ts";

/**
 * Carries out one `tool_use` block and answers it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 */
export async function handleToolUse(
  session: AgentSession,
  block: ToolUse,
  options: HandleOptions = {},
): Promise<Anthropic.ToolResultBlockParam> {
  return convertToolResult(block, await answerToolCall(session, convertToolCall(block), options));
}
