import type Anthropic from "@anthropic-ai/sdk";
import { isError, type ToolAnswer } from "@codespar/sdk/agent";
import type { ToolUse } from "./convert-tool-call.ts";

/** The `tool_result` block that answers a `tool_use` block. */
export function convertToolResult({ id }: ToolUse, answer: ToolAnswer): Anthropic.ToolResultBlockParam {
  const block = { type: "tool_result", tool_use_id: id, content: answer.text } as const;
  return isError(answer) ? { ...block, is_error: true } : block;
}
