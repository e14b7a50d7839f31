import {
  type AgentOptions,
  type AgentSession,
  answerToolCall,
  anySignal,
  streamToolCall,
} from "@codespar/sdk/agent";
import { convertEvent } from "./convert-event.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import type { GetToolsOptions } from "./options.ts";
import type { ToolOutput, ToolProgress } from "./tool-output.ts";

/** What the AI SDK hands to `execute`, on 6 and on 7. */
export interface ToolCallOptions {
  toolCallId: string;
  abortSignal?: AbortSignal | undefined;
}

type Execute = (input: unknown, options: ToolCallOptions) => Promise<ToolOutput> | AsyncIterable<ToolOutput>;

/** A tool's `execute`: the call with the framework's id and signal. */
export function convertToolCall(session: AgentSession, name: string, options: GetToolsOptions): Execute {
  const { preliminary = true } = options;
  return (input, { toolCallId, abortSignal }) => {
    const call = { id: toolCallId, name, arguments: input };
    const agentOptions = { ...options, signal: anySignal(options.signal, abortSignal) };
    if (preliminary) return streamOutputs(session, call, agentOptions);
    return answerToolCall(session, call, agentOptions).then(convertToolResult);
  };
}

async function* streamOutputs(
  session: AgentSession,
  call: { id: string; name: string; arguments: unknown },
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
