import type Anthropic from "@anthropic-ai/sdk";
import { type AgentSession, checkKnownOptions, countOccurrences, runToolCall } from "@codespar/sdk/agent";
import { type HandleOptions, handleOptionNames } from "../options.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import { findEarlierCalls } from "./find-earlier-calls.ts";

type Message = Anthropic.Message | Anthropic.Beta.BetaMessage;
type ToolUseBlock = Extract<Message["content"][number], { type: "tool_use" }>;

// The output ended here, so the last call may lack arguments without being invalid.
const cutOff: ReadonlySet<string | null> = new Set(["max_tokens", "model_context_window_exceeded"]);

/**
 * Carries out all tool calls of a message, at the same time, and gives the one user message with their results in
 * order; undefined when the message calls no tool. Blocks of Anthropic's own toolsets are left to you.
 * @example
 * const reply = await handleMessage(session, message);
 */
export async function handleMessage(
  session: AgentSession,
  message: Pick<Message, "content" | "stop_reason">,
  options: HandleOptions = {},
): Promise<Anthropic.MessageParam | undefined> {
  checkKnownOptions(options, handleOptionNames, "options");
  const blocks = message.content.filter(isOwnToolUse);
  if (blocks.length === 0) return undefined;
  const last = cutOff.has(message.stop_reason) ? message.content.at(-1) : undefined;
  const { messages, ...agentOptions } = options;
  const responses = blocks.map(async (block, index) => {
    const before = [...findEarlierCalls(messages, block), ...blocks.slice(0, index)].map(convertToolCall);
    const call = convertToolCall(block);
    const made = { ...call, occurrence: countOccurrences(call, before), incomplete: block === last };
    return convertToolResult(block, await runToolCall(session, made, agentOptions));
  });
  // Whatever fails, every call has ended before the caller hears of it.
  await Promise.allSettled(responses);
  return { role: "user", content: await Promise.all(responses) };
}

function isOwnToolUse(block: Message["content"][number]): block is ToolUseBlock {
  return block.type === "tool_use" && (block.toolset_name ?? null) === null;
}
