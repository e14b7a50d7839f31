import { type AgentSession, checkKnownOptions, countOccurrences, runToolCall } from "@codespar/sdk/agent";
import type {
  ChatCompletionMessageToolCall,
  ChatCompletionToolMessageParam,
} from "openai/resources/chat/completions";
import { convertToolResult } from "../convert-tool-result.ts";
import { type HandleOptions, handleOptionNames } from "../options.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { findEarlierCalls } from "./find-earlier-calls.ts";

/**
 * Carries out one tool call of chat completions and gives the `tool` message that handles it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 * @example
 * messages.push(...(await Promise.all(toolCalls.map((toolCall) => handleToolCall(session, toolCall)))));
 */
export async function handleToolCall(
  session: AgentSession,
  toolCall: ChatCompletionMessageToolCall,
  options: HandleOptions = {},
): Promise<ChatCompletionToolMessageParam> {
  if (typeof toolCall === "string") {
    throw new TypeError("handleToolCall takes the tool call itself: handleToolCall(session, toolCall).");
  }
  checkKnownOptions(options, handleOptionNames, "options");
  const { messages, ...agentOptions } = options;
  const call = convertToolCall(toolCall);
  const occurrence = countOccurrences(call, findEarlierCalls(messages, toolCall));
  return convertToolResult(toolCall.id, await runToolCall(session, { ...call, occurrence }, agentOptions));
}
