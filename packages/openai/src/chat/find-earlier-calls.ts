import type { ModelToolCall } from "@codespar/sdk/agent";
import type {
  ChatCompletionMessageParam,
  ChatCompletionMessageToolCall,
} from "openai/resources/chat/completions";
import { convertToolCall } from "./convert-tool-call.ts";

/**
 * The tool calls that came before this one: those of earlier messages, and those before it in its own, where that is in the
 * conversation already.
 */
export function findEarlierCalls(
  messages: readonly ChatCompletionMessageParam[] = [],
  toolCall: ChatCompletionMessageToolCall,
): ModelToolCall[] {
  const lastTurn = messages.findLastIndex(({ role }) => role === "assistant");
  const current = getToolCalls(messages[lastTurn]);
  const place = getPlace(toolCall, current, messages.slice(lastTurn + 1));
  const before = place === -1 ? messages : messages.slice(0, lastTurn);
  return [...before.flatMap(getToolCalls), ...current.slice(0, Math.max(place, 0))].map(convertToolCall);
}

/** Where the call is in the message that is being worked on; -1 when that is not in the conversation. */
function getPlace(
  toolCall: ChatCompletionMessageToolCall,
  current: readonly ChatCompletionMessageToolCall[],
  after: readonly ChatCompletionMessageParam[],
): number {
  // a message after the results begins another turn
  if (after.length >= Math.max(current.length, 1) || after.some(({ role }) => role !== "tool")) return -1;
  const same = current.indexOf(toolCall);
  return same === -1 ? current.findIndex(({ id }) => id === toolCall.id) : same;
}

export function getToolCalls(
  message: ChatCompletionMessageParam | undefined,
): readonly ChatCompletionMessageToolCall[] {
  return message?.role === "assistant" ? (message.tool_calls ?? []) : [];
}
