import { getRunnableTools, getRunnerFunctions, handleFunctionCall, handleToolCall } from "@codespar/openai";
import type { Session } from "@codespar/sdk";
import OpenAI from "openai";
import { ResponsesToolRunner } from "openai/helpers/responses-tool-runner";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, ModelMessage, Turn, Unlike } from "./channel.ts";

const toModelMessage = (text: unknown) => ({ text: String(text), isMarked: false });

const toToolCall = ({ id = "call_1", name, arguments: text }: ScriptedCall) => ({
  id,
  type: "function" as const,
  function: { name, arguments: text },
});

const toFunctionCall = ({ id = "call_1", name, arguments: text }: ScriptedCall) => ({
  type: "function_call" as const,
  call_id: id,
  name,
  arguments: text,
});

type Messages = OpenAI.ChatCompletionMessageParam[];

const toMessage = (turn: Turn): Messages[number] => ({ role: "assistant", tool_calls: turn.map(toToolCall) });

const resultsFor = (turn: Turn): Messages =>
  turn.map((call) => ({ role: "tool", tool_call_id: toToolCall(call).id, content: "{}" }));

async function handleAll(session: Session, turn: Turn, messages: Messages) {
  const message = { role: "assistant" as const, tool_calls: turn.map(toToolCall) };
  const conversation = [...messages, message];
  const results = await Promise.all(
    message.tool_calls.map((call) => handleToolCall(session, call, { messages: conversation })),
  );
  return {
    messages: [...conversation, ...results],
    modelMessages: results.map(({ content }) => toModelMessage(content)),
  };
}

const chatCompletions: Channel = {
  name: "OpenAI, chat completions",
  equalCalls: "their place in `messages`, where that is passed",
  mark: undefined,
  async open({ session }) {
    return async (turns) => {
      let messages: Messages = [{ role: "user", content: "Sell." }];
      const modelMessages: ModelMessage[][] = [];
      for (const turn of turns) {
        const handled = await handleAll(session, turn, messages);
        messages = handled.messages;
        modelMessages.push(handled.modelMessages);
      }
      return modelMessages;
    };
  },
  async replay({ session }, turns) {
    const before = turns.slice(0, -1).flatMap((turn) => [toMessage(turn), ...resultsFor(turn)]);
    return (await handleAll(session, turns.at(-1) ?? [], [{ role: "user", content: "Sell." }, ...before]))
      .modelMessages;
  },
};

const runTools: Channel = {
  name: "OpenAI, `runTools`",
  equalCalls: "their place in the conversation",
  mark: undefined,
  unlike: { "a tool that does not exist": { how: "words", why: "the runner finds the tool" } },
  ids: {
    rule: "fills in an empty one",
    why: "the runner gives a call without an id one by chance, which is another when the run is started again",
  },
  async open({ session }) {
    const tools = await getRunnableTools(session);
    return async (turns) => {
      const { client, modelMessages } = scriptedOpenAI(turns);
      const messages = [{ role: "user" as const, content: "Sell." }];
      await client.chat.completions.runTools({ model: "scripted", messages, tools }).done();
      return modelMessages;
    };
  },
};

const responses: Channel = {
  name: "OpenAI, Responses",
  equalCalls: "their place in `input`, where that is passed",
  mark: undefined,
  async open({ session }) {
    return async (turns) => {
      const input: OpenAI.Responses.ResponseInputItem[] = [];
      const modelMessages: ModelMessage[][] = [];
      for (const turn of turns) {
        const calls = turn.map(toFunctionCall);
        input.push(...calls);
        const outputs = await Promise.all(calls.map((call) => handleFunctionCall(session, call, { input })));
        input.push(...outputs);
        modelMessages.push(outputs.map(({ output }) => toModelMessage(output)));
      }
      return modelMessages;
    };
  },
  async replay({ session }, turns) {
    const input = turns
      .slice(0, -1)
      .flatMap((turn): OpenAI.Responses.ResponseInputItem[] =>
        turn
          .map(toFunctionCall)
          .flatMap((call) => [call, { type: "function_call_output", call_id: call.call_id, output: "{}" }]),
      );
    const calls = (turns.at(-1) ?? []).map(toFunctionCall);
    const outputs = calls.map((call) => handleFunctionCall(session, call, { input: [...input, ...calls] }));
    return (await Promise.all(outputs)).map(({ output }) => toModelMessage(output));
  },
};

const notRead: Unlike = {
  how: "ends",
  why: "the runner stops at calls that it cannot read, before any is carried out",
};

const responsesToolRunner: Channel = {
  name: "OpenAI, `ResponsesToolRunner`",
  equalCalls: "their number in this list of functions, with `idempotencyScope`; without, every call is new",
  mark: undefined,
  unlike: {
    "no arguments": notRead,
    "truncated JSON": notRead,
    "arguments that are a list": notRead,
    "a tool that does not exist": notRead,
  },
  ids: { rule: "ends at a repeated one", why: "the runner stops at an id that it has seen in this run" },
  async open({ session }) {
    const functions = await getRunnerFunctions(session, { idempotencyScope: "conversation_1" });
    return async (turns) => {
      const { client, modelMessages } = scriptedOpenAI(turns);
      const runner = new ResponsesToolRunner({ functions });
      await runner.run(client, { model: "scripted", input: "Sell." });
      return modelMessages;
    };
  },
};

/** The real client over a model that makes these calls and then only talks, in chat completions and in Responses. */
function scriptedOpenAI(turns: readonly Turn[]) {
  const modelMessages: ModelMessage[][] = [];
  const left = [...turns];
  const client = new OpenAI({
    apiKey: "none",
    maxRetries: 0,
    async fetch(_url, init) {
      const { messages, input } = JSON.parse(String(init?.body));
      const made = turns[turns.length - left.length - 1];
      if (made !== undefined) modelMessages.push((messages ?? input).slice(-made.length).map(readResult));
      const turn = left.shift();
      return Response.json(
        messages === undefined ? getResponse(turn, turns.length - left.length) : getCompletion(turn),
      );
    },
  });
  return { client, modelMessages };
}

function readResult({ content, output }: { content?: unknown; output?: unknown }): ModelMessage {
  return toModelMessage(content ?? output);
}

function getCompletion(turn: Turn | undefined) {
  const said = turn === undefined ? { content: "done" } : { content: null, tool_calls: turn.map(toToolCall) };
  const message = { role: "assistant", refusal: null, ...said };
  const finish_reason = turn === undefined ? "stop" : "tool_calls";
  const choices = [{ index: 0, message, finish_reason, logprobs: null }];
  return { id: "completion_1", object: "chat.completion", created: 1, model: "scripted", choices };
}

function getResponse(turn: Turn | undefined, number: number) {
  const words = [{ type: "output_text", text: "done", annotations: [] }];
  const items =
    turn === undefined
      ? [{ type: "message", id: `msg_${number}`, role: "assistant", content: words }]
      : turn.map((call, index) => ({ id: `fc_${number}_${index}`, ...toFunctionCall(call) }));
  return {
    id: `response_${number}`,
    object: "response",
    created_at: 1,
    status: "completed",
    model: "scripted",
    output: items.map((item) => ({ ...item, status: "completed" })),
  };
}

export const openaiChannels: readonly Channel[] = [chatCompletions, runTools, responses, responsesToolRunner];
