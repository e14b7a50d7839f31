import {
  type AgentSession,
  checkKnownOptions,
  type ModelToolCall,
  occurrenceCounter,
  selectTools,
} from "@codespar/sdk/agent";
import type { FunctionTool, RunContext } from "@openai/agents";
import { type AgentToolsOptions, agentToolsOptionNames } from "./agent-tools-options.ts";
import { convertAgentTool } from "./convert-agent-tool.ts";

/**
 * The session's tools for `new Agent({ tools })`.
 * @example
 * const agent = new Agent({ name: "Shop", tools: await getTools(session) });
 */
export async function getTools(
  session: AgentSession,
  options: AgentToolsOptions = {},
): Promise<FunctionTool[]> {
  checkKnownOptions(options, agentToolsOptionNames, "options");
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  const getOccurrence = counterByRun();
  return selected.map((tool) => convertAgentTool(session, tool, options, getOccurrence));
}

/** Counts calls within a run, which a tool knows by its context. */
function counterByRun() {
  const counters = new WeakMap<RunContext, ReturnType<typeof occurrenceCounter>>();
  return (call: ModelToolCall, context: RunContext | undefined): number => {
    if (context === undefined) return 0;
    const getOccurrence = counters.get(context) ?? occurrenceCounter();
    counters.set(context, getOccurrence);
    return getOccurrence(call);
  };
}
