import { isError, type ToolAnswer } from "@codespar/sdk/agent";
import type { ChatCompletionToolMessageParam } from "openai/resources/chat/completions";

/** What the model reads. OpenAI has no mark for errors, so a failure says of itself that it is one. */
export function convertAnswer(answer: ToolAnswer): string {
  return isError(answer) ? `{"error":${answer.text}}` : answer.text;
}

/** The `tool` message that answers a tool call. */
export function convertToolResult(toolCallId: string, answer: ToolAnswer): ChatCompletionToolMessageParam {
  return { role: "tool", tool_call_id: toolCallId, content: convertAnswer(answer) };
}
