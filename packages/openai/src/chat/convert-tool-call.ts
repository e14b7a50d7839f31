import type { ModelToolCall } from "@codespar/sdk/agent";
import type { ChatCompletionMessageToolCall } from "openai/resources/chat/completions";

/** A tool call of chat completions as the session carries it out. */
export function convertToolCall(toolCall: ChatCompletionMessageToolCall): ModelToolCall {
  const { id } = toolCall;
  // We advertise no custom tools; one that comes all the same is treated as what it is, an unknown tool.
  if (toolCall.type === "custom") return { id, name: toolCall.custom.name, arguments: toolCall.custom.input };
  return { id, name: toolCall.function.name, arguments: toolCall.function.arguments };
}
