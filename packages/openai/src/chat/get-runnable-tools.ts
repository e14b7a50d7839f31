import {
  type AgentSession,
  anySignal,
  checkKnownOptions,
  countOccurrences,
  type ModelToolCall,
  runToolCall,
  selectTools,
  type Tool,
} from "@codespar/sdk/agent";
import type { JSONSchema } from "openai/lib/jsonschema";
import type { RunnableToolFunctionWithoutParse } from "openai/lib/RunnableFunction";
import { convertSchema } from "../convert-schema.ts";
import { convertOutcome } from "../convert-tool-result.ts";
import { type RunnableToolsOptions, runnerOptionNames } from "../options.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { getToolCalls } from "./find-earlier-calls.ts";

type Runner = Parameters<RunnableToolFunctionWithoutParse["function"]["function"]>[1];

/**
 * The session's tools for `client.chat.completions.runTools({ tools })`, streaming or not.
 * @example
 * const runner = client.chat.completions.runTools({ …params, tools: await getRunnableTools(session) });
 */
export async function getRunnableTools(
  session: AgentSession,
  options: RunnableToolsOptions = {},
): Promise<RunnableToolFunctionWithoutParse[]> {
  checkKnownOptions(options, runnerOptionNames, "options");
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  const findCall = callFinder();
  return selected.map((tool) => makeRunnable(session, tool, options, findCall));
}

function makeRunnable(
  session: AgentSession,
  tool: Tool,
  options: RunnableToolsOptions,
  findCall: ReturnType<typeof callFinder>,
): RunnableToolFunctionWithoutParse {
  const { tools: _, strict = false, onNonStrict, ...agentOptions } = options;
  const { name, description } = tool;
  return {
    type: "function",
    function: {
      name,
      description,
      // The runner's type for a schema spells every keyword out; ours is one all the same.
      ...(convertSchema(tool, { strict, onNonStrict }) as { parameters: JSONSchema; strict: boolean }),
      async function(text, runner) {
        const call = findCall(runner, name, text);
        const signal = anySignal(options.signal, runner.controller.signal);
        // A throw would end the run; what this one lets pass are an abort and a refused key, which should.
        return convertOutcome(await runToolCall(session, call, { ...agentOptions, signal }));
      },
    },
  };
}

/**
 * The runner keeps a call's id from its function, so it is looked up in the message that the runner works on: of calls with
 * equal name and arguments, the first that is asked for is the first in the message.
 */
function callFinder() {
  const taken = new WeakMap<Runner, Map<string, number>>();
  return function findCall(runner: Runner, name: string, text: string): ModelToolCall {
    const { messages } = runner;
    const at = messages.findLastIndex(({ role }) => role === "assistant");
    const counts = taken.get(runner) ?? new Map<string, number>();
    taken.set(runner, counts);
    const label = JSON.stringify([at, name, text]);
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    const current = getToolCalls(messages[at]).map(convertToolCall);
    const equal = current.filter((call) => call.name === name && call.arguments === text);
    const call = equal[count] ?? { name, arguments: text };
    const before = messages.slice(0, at).flatMap((message) => getToolCalls(message).map(convertToolCall));
    return { ...call, occurrence: countOccurrences(call, [...before, ...equal.slice(0, count)]) };
  };
}
