import type Anthropic from "@anthropic-ai/sdk";
import { type AgentSession, checkKnownOptions, countOccurrences, runToolCall } from "@codespar/sdk/agent";
import { type HandleOptions, handleOptionNames } from "../options.ts";
import { convertToolCall, type ToolUse } from "./convert-tool-call.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import { findEarlierCalls } from "./find-earlier-calls.ts";

/**
 * Carries out one `tool_use` block and responses it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 */
export async function handleToolUse(
  session: AgentSession,
  block: ToolUse,
  options: HandleOptions = {},
): Promise<Anthropic.ToolResultBlockParam> {
  if (typeof block === "string")
    throw new TypeError(`handleToolUse takes the block itself: handleToolUse(session, block).`);
  checkKnownOptions(options, handleOptionNames, "options");
  const { messages, ...agentOptions } = options;
  const call = convertToolCall(block);
  const occurrence = countOccurrences(call, findEarlierCalls(messages, block).map(convertToolCall));
  return convertToolResult(block, await runToolCall(session, { ...call, occurrence }, agentOptions));
}
