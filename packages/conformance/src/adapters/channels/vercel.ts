import { getTools } from "@codespar/vercel";
import { generateText, stepCountIs } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, Unlike } from "./channel.ts";

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that makes the one call and then only talks. */
function callingModel({ id = "call_1", name, arguments: input }: ScriptedCall) {
  return new MockLanguageModelV4({
    doGenerate: [
      {
        content: [{ type: "tool-call", toolCallId: id, toolName: name, input }],
        finishReason: { unified: "tool-calls", raw: undefined },
        usage,
        warnings: [],
      },
      {
        content: [{ type: "text", text: "done" }],
        finishReason: { unified: "stop", raw: undefined },
        usage,
        warnings: [],
      },
    ],
  });
}

const unlike: Readonly<Record<string, Unlike>> = {
  "truncated JSON": { how: "words", why: "the AI SDK parses arguments" },
  "a tool that does not exist": { how: "words", why: "the AI SDK finds the tool" },
  "a wrong key": { how: "told", why: "nothing leaves the AI SDK's loop but an abort" },
};

const aiSdk = (name: string, preliminary: boolean): Channel => ({
  name,
  mark: "error-text",
  unlike,
  async open({ session }) {
    const tools = await getTools(session, { preliminary });
    return async (call) => {
      const model = callingModel(call);
      await generateText({ model, tools, stopWhen: stepCountIs(3), prompt: "Sell." });
      const last = model.doGenerateCalls[1]?.prompt.at(-1);
      const part = last?.role === "tool" ? last.content[0] : undefined;
      const output = part?.type === "tool-result" ? part.output : undefined;
      const text = output !== undefined && "value" in output ? String(output.value) : "";
      return { text, isMarked: output?.type === "error-text" };
    };
  },
});

export const vercelChannels: readonly Channel[] = [
  aiSdk("AI SDK", true),
  aiSdk("AI SDK, no preliminary results", false),
];
