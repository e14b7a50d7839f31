import type Anthropic from "@anthropic-ai/sdk";
import type { ModelToolCall } from "@codespar/sdk/agent";

/** The parts of a `tool_use` block that say what to do; those of the beta API have them too. */
export type ToolUse = Pick<Anthropic.ToolUseBlock, "id" | "name" | "input">;

/** A `tool_use` block as the session carries it out. */
export function convertToolCall({ id, name, input }: ToolUse): ModelToolCall {
  return { id, name, arguments: input };
}
