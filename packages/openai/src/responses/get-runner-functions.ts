import {
  type AgentSession,
  anySignal,
  checkKnownOptions,
  occurrenceCounter,
  runToolCall,
  selectTools,
} from "@codespar/sdk/agent";
import type { RunnerFunction } from "openai/helpers/responses-tool-runner";
import { convertOutcome } from "../convert-tool-result.ts";
import { type RunnerFunctionsOptions, runnerFunctionsOptionNames } from "../options.ts";
import { convertResponseTool } from "./convert-response-tool.ts";

/**
 * The session's tools for `new ResponsesToolRunner({ functions })`. Make a list for every run.
 *
 * This runner does not tell a function the id of its call. With `idempotencyScope`, the n-th call of a list with the
 * same arguments has the same key, so that a run that is started again pays nobody twice; without, every call is new.
 */
export async function getRunnerFunctions(
  session: AgentSession,
  options: RunnerFunctionsOptions = {},
): Promise<RunnerFunction[]> {
  checkKnownOptions(options, runnerFunctionsOptionNames, "options");
  const { tools, strict: _, onNonStrict: __, outputSchemas: ___, ...agentOptions } = options;
  const selected = await selectTools(session, tools, { signal: options.signal });
  const getOccurrence = occurrenceCounter();
  // without a scope, a second run could not be distinguished from a second conversation
  const id = options.idempotencyScope === undefined ? undefined : "";
  return selected.map((tool) => ({
    tool: convertResponseTool(tool, options),
    async execute(args, context) {
      const call = { id, name: tool.name, arguments: args };
      const signal = anySignal(options.signal, context?.signal);
      const counted = { ...call, occurrence: getOccurrence(call) };
      return convertOutcome(await runToolCall(session, counted, { ...agentOptions, signal }));
    },
  }));
}
