import Anthropic from "@anthropic-ai/sdk";
import { getRunnableTools, handleToolUse } from "@codespar/claude";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel } from "./channel.ts";

const toBlock = ({ id = "call_1", name, arguments: text }: ScriptedCall) => ({
  type: "tool_use" as const,
  id,
  name,
  input: parse(text),
});

// The API delivers parsed input; what it could not parse arrives as the text itself.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Result {
  content?: unknown;
  is_error?: boolean | undefined;
}

const toTold = ({ content, is_error = false }: Result) => ({ text: String(content), isMarked: is_error });

const messages: Channel = {
  name: "Claude, Messages",
  mark: "is_error",
  async open({ session }) {
    return async (call) => toTold(await handleToolUse(session, toBlock(call)));
  },
};

const toolRunner: Channel = {
  name: "Claude, tool runner",
  mark: "is_error",
  unlike: {
    "a tool that does not exist": { how: "words", why: "the runner finds the tool" },
    "a wrong key": { how: "told", why: "the runner tells the model whatever a tool throws" },
  },
  async open({ session }) {
    const tools = await getRunnableTools(session);
    return async (call) => {
      const { client, result } = scriptedClaude(call);
      const params = {
        model: "scripted",
        max_tokens: 99,
        messages: [{ role: "user" as const, content: "Sell." }],
      };
      await client.beta.messages.toolRunner({ ...params, tools });
      return toTold(result());
    };
  },
};

/** The real client over a model that makes one call and then only talks. */
function scriptedClaude(call: ScriptedCall) {
  let result: Result = {};
  const client = new Anthropic({
    apiKey: "none",
    maxRetries: 0,
    async fetch(_url, init) {
      const [last] = JSON.parse(String(init?.body)).messages.at(-1).content;
      const isAnswered = last.type === "tool_result";
      if (isAnswered) result = last;
      const content = isAnswered
        ? { type: "text", text: "done" }
        : { ...toBlock(call), caller: { type: "direct" } };
      return Response.json({
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "scripted",
        content: [content],
        stop_reason: isAnswered ? "end_turn" : "tool_use",
        stop_sequence: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      });
    },
  });
  return { client, result: () => result };
}

export const claudeChannels: readonly Channel[] = [messages, toolRunner];
