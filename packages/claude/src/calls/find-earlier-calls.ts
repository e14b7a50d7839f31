import type Anthropic from "@anthropic-ai/sdk";
import type { ToolUse } from "./convert-tool-call.ts";

type Messages = readonly Anthropic.Beta.BetaMessageParam[];

/** The tool calls of a conversation that came before the message with this block, which may be its last one already. */
export function findEarlierCalls(messages: Messages = [], block: ToolUse): ToolUse[] {
  const last = messages.at(-1);
  const isCurrent = last?.role === "assistant" && getToolUses(last).some(({ id }) => id === block.id);
  return (isCurrent ? messages.slice(0, -1) : messages).flatMap(getToolUses);
}

function getToolUses({ role, content }: Messages[number]): ToolUse[] {
  if (role !== "assistant" || typeof content === "string") return [];
  return content.filter((part) => part.type === "tool_use");
}
