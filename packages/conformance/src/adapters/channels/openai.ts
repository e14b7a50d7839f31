import { getRunnableTools, getRunnerFunctions, handleFunctionCall, handleToolCall } from "@codespar/openai";
import OpenAI from "openai";
import { ResponsesToolRunner } from "openai/helpers/responses-tool-runner";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, Unlike } from "./channel.ts";

const toTold = (text: unknown) => ({ text: String(text), isMarked: false });

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

const chatCompletions: Channel = {
  name: "OpenAI, chat completions",
  mark: undefined,
  async open({ session }) {
    return async (call) => toTold((await handleToolCall(session, toToolCall(call))).content);
  },
};

const runTools: Channel = {
  name: "OpenAI, `runTools`",
  mark: undefined,
  unlike: { "a tool that does not exist": { how: "words", why: "the runner finds the tool" } },
  async open({ session }) {
    const tools = await getRunnableTools(session);
    return async (call) => {
      const { client, output } = scriptedOpenAI(call);
      const messages = [{ role: "user" as const, content: "Sell." }];
      await client.chat.completions.runTools({ model: "scripted", messages, tools }).done();
      return toTold(output());
    };
  },
};

const responses: Channel = {
  name: "OpenAI, Responses",
  mark: undefined,
  async open({ session }) {
    return async (call) => toTold((await handleFunctionCall(session, toFunctionCall(call))).output);
  },
};

const notRead: Unlike = {
  how: "ends",
  why: "the runner stops at calls that it cannot read, before any is carried out",
};

const responsesToolRunner: Channel = {
  name: "OpenAI, `ResponsesToolRunner`",
  mark: undefined,
  unlike: {
    "no arguments": notRead,
    "truncated JSON": notRead,
    "arguments that are a list": notRead,
    "a tool that does not exist": notRead,
    "an id seen before with other arguments": {
      how: "cannot",
      why: "the runner tells no function its call's id",
    },
  },
  async open({ session }) {
    const functions = await getRunnerFunctions(session);
    return async (call) => {
      const { client, output } = scriptedOpenAI(call);
      const runner = new ResponsesToolRunner({ functions });
      await runner.run(client, { model: "scripted", input: "Sell." });
      return toTold(output());
    };
  },
};

/** The real client over a model that makes one call and then only talks, in chat completions and in Responses. */
function scriptedOpenAI(call: ScriptedCall) {
  let output: unknown;
  const client = new OpenAI({
    apiKey: "none",
    maxRetries: 0,
    async fetch(_url, init) {
      const { messages, input } = JSON.parse(String(init?.body));
      const last = (messages ?? (Array.isArray(input) ? input : [{}])).at(-1);
      const isAnswered = last.role === "tool" || last.type === "function_call_output";
      if (isAnswered) output = last.content ?? last.output;
      return Response.json(
        messages === undefined ? responseOf(isAnswered, call) : completionOf(isAnswered, call),
      );
    },
  });
  return { client, output: () => output };
}

function completionOf(isAnswered: boolean, call: ScriptedCall) {
  const said = isAnswered ? { content: "done" } : { content: null, tool_calls: [toToolCall(call)] };
  const message = { role: "assistant", refusal: null, ...said };
  const finish_reason = isAnswered ? "stop" : "tool_calls";
  const choices = [{ index: 0, message, finish_reason, logprobs: null }];
  return { id: "completion_1", object: "chat.completion", created: 1, model: "scripted", choices };
}

function responseOf(isAnswered: boolean, call: ScriptedCall) {
  const words = [{ type: "output_text", text: "done", annotations: [] }];
  const item = isAnswered
    ? { type: "message", id: "msg_1", role: "assistant", content: words }
    : { id: "fc_1", ...toFunctionCall(call) };
  const output = [{ ...item, status: "completed" }];
  return {
    id: "response_1",
    object: "response",
    created_at: 1,
    status: "completed",
    model: "scripted",
    output,
  };
}

export const openaiChannels: readonly Channel[] = [chatCompletions, runTools, responses, responsesToolRunner];
