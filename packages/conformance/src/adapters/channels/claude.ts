import Anthropic from "@anthropic-ai/sdk";
import { getRunnableTools, handleMessage } from "@codespar/claude";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, ModelMessage, Turn } from "./channel.ts";

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

const toModelMessage = ({ content, is_error = false }: Result) => ({
  text: String(content),
  isMarked: is_error,
});

const messages: Channel = {
  name: "Claude, Messages",
  equalCalls: "their place in the message, and in `messages` where that is passed",
  mark: "is_error",
  async open({ session }) {
    return async (turns) => {
      const conversation = [...start];
      const modelMessages: ModelMessage[][] = [];
      for (const turn of turns) {
        conversation.push(toMessage(turn));
        const reply = await handleMessage(session, toResponse(turn), { messages: conversation });
        if (reply !== undefined) conversation.push(reply);
        modelMessages.push(getResults(reply));
      }
      return modelMessages;
    };
  },
  async replay({ session }, turns) {
    const conversation = [
      ...start,
      ...turns.slice(0, -1).flatMap((turn) => [toMessage(turn), resultsFor(turn)]),
    ];
    const last = turns.at(-1) ?? [];
    return getResults(await handleMessage(session, toResponse(last), { messages: conversation }));
  },
};

const start: Anthropic.MessageParam[] = [{ role: "user", content: "Sell." }];

const toMessage = (turn: Turn): Anthropic.MessageParam => ({ role: "assistant", content: turn.map(toBlock) });

const resultsFor = (turn: Turn): Anthropic.MessageParam => ({
  role: "user",
  content: turn.map((call) => ({ type: "tool_result", tool_use_id: toBlock(call).id, content: "{}" })),
});

const toResponse = (turn: Turn) => ({
  content: turn.map((call) => ({ ...toBlock(call), caller: { type: "direct" as const } })),
  stop_reason: "tool_use" as const,
});

function getResults(reply: Anthropic.MessageParam | undefined): ModelMessage[] {
  const blocks = typeof reply?.content === "object" ? reply.content : [];
  return blocks.filter((block) => block.type === "tool_result").map(toModelMessage);
}

const toolRunner: Channel = {
  name: "Claude, tool runner",
  equalCalls: "their number in this list of tools; an id made by chance is taken at its word",
  mark: "is_error",
  unlike: {
    "a tool that does not exist": { how: "words", why: "the runner finds the tool" },
    "a wrong key": { how: "told", why: "the runner tells the model whatever a tool throws" },
  },
  async open({ session }) {
    const tools = await getRunnableTools(session);
    return async (turns) => {
      const { client, modelMessages } = scriptedClaude(turns);
      await client.beta.messages.toolRunner({
        model: "scripted",
        max_tokens: 99,
        messages: [{ role: "user", content: "Sell." }],
        tools,
      });
      return modelMessages;
    };
  },
};

/** The real client over a model that makes these calls and then only talks. */
function scriptedClaude(turns: readonly Turn[]) {
  const modelMessages: ModelMessage[][] = [];
  const left = [...turns];
  const client = new Anthropic({
    apiKey: "none",
    maxRetries: 0,
    async fetch(_url, init) {
      const content: Result[] = JSON.parse(String(init?.body)).messages.at(-1).content;
      if (left.length < turns.length) modelMessages.push(content.map(toModelMessage));
      const turn = left.shift();
      const blocks = turn === undefined ? [{ type: "text", text: "done" }] : toResponse(turn).content;
      return Response.json({
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "scripted",
        content: blocks,
        stop_reason: turn === undefined ? "end_turn" : "tool_use",
        stop_sequence: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      });
    },
  });
  return { client, modelMessages };
}

export const claudeChannels: readonly Channel[] = [messages, toolRunner];
