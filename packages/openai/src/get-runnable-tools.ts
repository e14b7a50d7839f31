import { type AgentSession, answerToolCall, anySignal, selectTools, type Tool } from "@codespar/sdk/agent";
import type { JSONSchema } from "openai/lib/jsonschema";
import type { RunnableToolFunctionWithoutParse } from "openai/lib/RunnableFunction";
import { convertSchema } from "./convert-schema.ts";
import { convertAnswer } from "./convert-tool-result.ts";
import type { RunnableToolsOptions } from "./options.ts";

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
  const selected = await selectTools(session, options.tools, { signal: options.signal });
  const findId = callIdFinder();
  return selected.map((tool) => makeRunnable(session, tool, options, findId));
}

function makeRunnable(
  session: AgentSession,
  tool: Tool,
  options: RunnableToolsOptions,
  findId: ReturnType<typeof callIdFinder>,
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
        const call = { id: findId(runner, name, text), name, arguments: text };
        const signal = anySignal(options.signal, runner.controller.signal);
        // A throw would end the run; what this one lets pass are an abort and a refused key, which should.
        return convertAnswer(await answerToolCall(session, call, { ...agentOptions, signal }));
      },
    },
  };
}

/** The runner keeps a call's id from its function, so it is looked up in the message that the runner works on. */
function callIdFinder() {
  const taken = new WeakMap<Runner, Set<string>>();
  return function findId(runner: Runner, name: string, text: string): string | undefined {
    const ids = taken.get(runner) ?? new Set();
    taken.set(runner, ids);
    const message = runner.messages.findLast(({ role }) => role === "assistant");
    const calls = message !== undefined && "tool_calls" in message ? (message.tool_calls ?? []) : [];
    const call = calls.find(
      (call) =>
        call.type === "function" &&
        call.function.name === name &&
        call.function.arguments === text &&
        !ids.has(`${runner.messages.length} ${call.id}`),
    );
    if (call !== undefined) ids.add(`${runner.messages.length} ${call.id}`);
    return call?.id;
  };
}
