import type Anthropic from "@anthropic-ai/sdk";
import { isError, type ToolCallOutcome } from "@codespar/sdk/agent";
import type { ToolUse } from "./convert-tool-call.ts";

/** The `tool_result` block for a `tool_use` block. */
export function convertToolResult(
  { id }: ToolUse,
  response: ToolCallOutcome,
): Anthropic.ToolResultBlockParam {
  const block = { type: "tool_result", tool_use_id: id, content: response.text } as const;
  return isError(response) ? { ...block, is_error: true } : block;
}
