import {
  type AgentOptions,
  type AgentSession,
  anySignal,
  countOccurrences,
  type ModelToolCall,
  runToolCall,
  streamToolCall,
} from "@codespar/sdk/agent";
import type { ModelMessage } from "ai";
import type { GetToolsOptions } from "../options.ts";
import { convertEvent } from "./convert-event.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import { findEarlierCalls } from "./find-earlier-calls.ts";
import type { ToolOutput, ToolProgress } from "./tool-output.ts";

/** What the AI SDK hands to `execute`, on 6 and on 7. */
export interface ToolCallOptions {
  toolCallId: string;
  messages?: readonly ModelMessage[] | undefined;
  abortSignal?: AbortSignal | undefined;
}

type Execute = (input: unknown, options: ToolCallOptions) => Promise<ToolOutput> | AsyncIterable<ToolOutput>;

/** A tool's `execute`: the call with the framework's id and signal. */
export function convertToolCall(session: AgentSession, name: string, options: GetToolsOptions): Execute {
  const { preliminary = true } = options;
  const getOccurrence = occurrenceInConversation();
  return (input, { toolCallId, messages = [], abortSignal }) => {
    const made = { id: toolCallId, name, arguments: input };
    const call = { ...made, occurrence: getOccurrence(made, messages) };
    const agentOptions = { ...options, signal: anySignal(options.signal, abortSignal) };
    if (preliminary) return streamOutputs(session, call, agentOptions);
    return runToolCall(session, call, agentOptions).then(convertToolResult);
  };
}

/** How often the same call came before: in earlier messages, and in the message that these calls are of. */
function occurrenceInConversation() {
  const inMessage = new WeakMap<readonly ModelMessage[], ModelToolCall[]>();
  return (call: ModelToolCall, messages: readonly ModelMessage[]): number => {
    const others = inMessage.get(messages) ?? [];
    inMessage.set(messages, [...others, call]);
    return countOccurrences(call, [...findEarlierCalls(messages, call.id ?? ""), ...others]);
  };
}

async function* streamOutputs(
  session: AgentSession,
  call: ModelToolCall,
  options: AgentOptions,
): AsyncGenerator<ToolOutput, void, void> {
  const events = streamToolCall(session, call, options);
  let progress: ToolProgress = { status: "running" };
  for (let step = await events.next(); ; step = await events.next()) {
    if (step.done) {
      yield convertToolResult(step.value);
      return;
    }
    const next = convertEvent(progress, step.value);
    if (next === undefined) continue;
    progress = next;
    yield progress;
  }
}
