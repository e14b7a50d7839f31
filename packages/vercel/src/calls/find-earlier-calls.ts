import type { ModelToolCall } from "@codespar/sdk/agent";
import type { ModelMessage } from "ai";

/** The tool calls of a conversation that came before this one, whose own message is the last when it waited for approval. */
export function findEarlierCalls(messages: readonly ModelMessage[], toolCallId: string): ModelToolCall[] {
  const at = messages.findLastIndex((message) => getCalls(message).some(({ id }) => id === toolCallId));
  const isOpen = at !== -1 && !messages.slice(at + 1).some((message) => hasResult(message, toolCallId));
  return (isOpen ? messages.slice(0, at) : messages).flatMap(getCalls);
}

function getCalls({ role, content }: ModelMessage): ModelToolCall[] {
  if (role !== "assistant" || typeof content === "string") return [];
  return content.flatMap((part) =>
    part.type === "tool-call" ? [{ id: part.toolCallId, name: part.toolName, arguments: part.input }] : [],
  );
}

function hasResult({ role, content }: ModelMessage, toolCallId: string): boolean {
  if (role !== "tool") return false;
  return content.some((part) => part.type === "tool-result" && part.toolCallId === toolCallId);
}
