import { getTools } from "@codespar/vercel";
import { generateText, stepCountIs } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import type { Channel, ModelMessage, Turn, Unlike } from "./channel.ts";

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that makes these calls, turn by turn, and then only talks. */
function callingModel(turns: readonly Turn[]) {
  const calling = turns.map((turn) => ({
    content: turn.map(({ id = "call_1", name, arguments: input }) => ({
      type: "tool-call" as const,
      toolCallId: id,
      toolName: name,
      input,
    })),
    finishReason: { unified: "tool-calls" as const, raw: undefined },
    usage,
    warnings: [],
  }));
  const talking = {
    content: [{ type: "text" as const, text: "done" }],
    finishReason: { unified: "stop" as const, raw: undefined },
    usage,
    warnings: [],
  };
  return new MockLanguageModelV4({ doGenerate: [...calling, talking] });
}

const unlike: Readonly<Record<string, Unlike>> = {
  "truncated JSON": { how: "words", why: "the AI SDK parses arguments" },
  "a tool that does not exist": { how: "words", why: "the AI SDK finds the tool" },
  "a wrong key": { how: "told", why: "nothing leaves the AI SDK's loop but an abort" },
};

const aiSdk = (name: string, preliminary: boolean): Channel => ({
  name,
  equalCalls: "their place in the conversation",
  mark: "error-text",
  unlike,
  async open({ session }) {
    const tools = await getTools(session, { preliminary });
    return async (turns) => {
      const model = callingModel(turns);
      await generateText({ model, tools, stopWhen: stepCountIs(turns.length + 2), prompt: "Sell." });
      return turns.map((_, index) => {
        const last = model.doGenerateCalls[index + 1]?.prompt.at(-1);
        return last?.role === "tool" ? last.content.map(toModelMessage) : [];
      });
    };
  },
});

type Prompt = MockLanguageModelV4["doGenerateCalls"][number]["prompt"];
type Part = Extract<Prompt[number], { role: "tool" }>["content"][number];

function toModelMessage(part: Part): ModelMessage {
  const output = part.type === "tool-result" ? part.output : undefined;
  const text = output !== undefined && "value" in output ? String(output.value) : "";
  return { text, isMarked: output?.type === "error-text" };
}

export const vercelChannels: readonly Channel[] = [
  aiSdk("AI SDK", true),
  aiSdk("AI SDK, no preliminary results", false),
];
