import { AuthenticationError } from "@codespar/sdk";
import {
  type AgentSession,
  anySignal,
  describeFailure,
  failed,
  type ModelToolCall,
  needsApproval,
  parseArguments,
  runToolCall,
  type Tool,
} from "@codespar/sdk/agent";
import { type FunctionTool, ModelBehaviorError, tool as makeTool, type RunContext } from "@openai/agents";
import { convertSchema } from "../convert-schema.ts";
import { convertOutcome } from "../convert-tool-result.ts";
import type { AgentToolsOptions } from "./agent-tools-options.ts";

type Options = Parameters<typeof makeTool>[0];
type Details = Parameters<FunctionTool["invoke"]>[2];

/** A tool as `@openai/agents` runs it. */
export function convertAgentTool(
  session: AgentSession,
  tool: Tool,
  options: AgentToolsOptions,
  getOccurrence: (call: ModelToolCall, context: RunContext | undefined) => number,
): FunctionTool {
  const { tools: _, strict: __, onNonStrict: ___, needsApproval: asksFor, ...agentOptions } = options;
  const { name, description } = tool;
  const execute = async (input: unknown, context?: RunContext, details?: Details) => {
    const call = { id: details?.toolCall?.callId, name, arguments: input };
    const counted = { ...call, occurrence: getOccurrence(call, context) };
    const signal = anySignal(options.signal, details?.signal);
    return convertOutcome(await runToolCall(session, counted, { ...agentOptions, signal }));
  };
  const errorFunction = (_context: RunContext, error: unknown, details?: Details) => {
    if (AuthenticationError.isInstance(error)) throw error;
    const signal = anySignal(options.signal, details?.signal);
    if (signal?.aborted) throw signal.reason;
    return describeError(session, tool, error);
  };
  const asks = async (_context: RunContext, input: unknown) => {
    const parsed = parseArguments(input);
    if (!parsed.ok) return false;
    return (
      needsApproval(session, tool, parsed.arguments) || (await asksFor?.(tool, parsed.arguments)) === true
    );
  };
  const converted = {
    name,
    description,
    // `execute` parses, and the backend validates.
    ...convertSchema(tool, options),
    execute,
    errorFunction,
    // Only where somebody asks: with a policy of its own, the framework also interrupts for arguments it cannot read.
    ...(asksFor === undefined && session.policy?.require_approval === undefined
      ? {}
      : { needsApproval: asks }),
  };
  // The types of `tool()` distinguish strict from not strict by the schema's literals, which are known only at run time.
  return makeTool(converted as unknown as Options) as FunctionTool;
}

/** `execute` returns whatever happens in it; what is left is input that the framework could not read. */
async function describeError(session: AgentSession, { name }: Tool, error: unknown): Promise<string> {
  if (!(error instanceof ModelBehaviorError)) return convertOutcome(failed(describeFailure(error)));
  return convertOutcome(await runToolCall(session, { name, arguments: undefined, incomplete: true }));
}
