import { type AgentSession, answerToolCall, countOccurrences } from "@codespar/sdk/agent";
import type {
  ChatCompletionMessageToolCall,
  ChatCompletionToolMessageParam,
} from "openai/resources/chat/completions";
import { convertToolResult } from "../convert-tool-result.ts";
import type { HandleOptions } from "../options.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { findEarlierCalls } from "./find-earlier-calls.ts";

/**
 * Carries out one tool call of chat completions and gives the `tool` message that answers it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 * @example
 * messages.push(...(await Promise.all(toolCalls.map((toolCall) => handleToolCall(session, toolCall)))));
 */
export async function handleToolCall(
  session: AgentSession,
  toolCall: ChatCompletionMessageToolCall,
  options: HandleOptions = {},
): Promise<ChatCompletionToolMessageParam> {
  const { messages, ...agentOptions } = options;
  const call = convertToolCall(toolCall);
  const occurrence = countOccurrences(call, findEarlierCalls(messages, toolCall));
  return convertToolResult(toolCall.id, await answerToolCall(session, { ...call, occurrence }, agentOptions));
}
