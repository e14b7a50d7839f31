import { isError, type ToolCallOutcome } from "@codespar/sdk/agent";
import type { ChatCompletionToolMessageParam } from "openai/resources/chat/completions";

/** What the model reads. OpenAI has no mark for errors, so a failure says of itself that it is one. */
export function convertOutcome(response: ToolCallOutcome): string {
  return isError(response) ? `{"error":${response.text}}` : response.text;
}

/** The `tool` message for a tool call. */
export function convertToolResult(
  toolCallId: string,
  response: ToolCallOutcome,
): ChatCompletionToolMessageParam {
  return { role: "tool", tool_call_id: toolCallId, content: convertOutcome(response) };
}
