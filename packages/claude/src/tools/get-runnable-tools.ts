import type { BetaRunnableTool, BetaToolRunContext } from "@anthropic-ai/sdk/lib/tools/BetaRunnableTool";
import {
  type AgentSession,
  anySignal,
  checkKnownOptions,
  isError,
  occurrenceCounter,
  runToolCall,
  selectTools,
  type Tool,
} from "@codespar/sdk/agent";
import { type RunnableToolsOptions, runnableToolsOptionNames } from "../options.ts";
import { convertTool } from "./convert-tool.ts";

/**
 * The session's tools for `client.beta.messages.toolRunner({ tools })`, with threads or without, streaming or not. Make a list
 * for every conversation.
 * @example
 * const message = await client.beta.messages.toolRunner({ …params, tools: await getRunnableTools(session) });
 */
export async function getRunnableTools(
  session: AgentSession,
  options: RunnableToolsOptions = {},
): Promise<BetaRunnableTool<unknown>[]> {
  checkKnownOptions(options, runnableToolsOptionNames, "options");
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  const getOccurrence = occurrenceCounter();
  return selected.map((tool) => makeRunnable(session, tool, options, getOccurrence));
}

function makeRunnable(
  session: AgentSession,
  tool: Tool,
  options: RunnableToolsOptions,
  getOccurrence: ReturnType<typeof occurrenceCounter>,
): BetaRunnableTool<unknown> {
  const { tools: _, toolOptions, onNonStrict, ...agentOptions } = options;
  return {
    ...convertTool(tool, toolOptions?.(tool), onNonStrict),
    parse: (input) => input,
    async run(input, context) {
      const call = { id: getId(context), name: tool.name, arguments: input };
      const signal = anySignal(options.signal, context?.signal);
      const counted = { ...call, occurrence: getOccurrence(call) };
      const response = await runToolCall(session, counted, { ...agentOptions, signal });
      if (!isError(response)) return response.text;
      // Loaded late, so that the adapter needs the SDK's code only where the runner, which is part of it, runs.
      const { ToolError } = await import("@anthropic-ai/sdk/lib/tools/ToolError");
      throw new ToolError(response.text);
    },
  };
}

function getId(context: BetaToolRunContext | undefined): string | undefined {
  // 0.x has the block under its older name alone.
  return (context?.toolUse ?? context?.toolUseBlock)?.id;
}
