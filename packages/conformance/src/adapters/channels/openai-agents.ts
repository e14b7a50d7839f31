import { getTools } from "@codespar/openai/agents";
import { Agent, Runner } from "@openai/agents";
import { assistantMessage, functionCall, ScriptedModel } from "@openai/agents/testing";
import { expect } from "vitest";
import type { Channel } from "./channel.ts";

// By its own default, the framework ends the run when a model calls a tool that there is not.
const runner = new Runner({ tracingDisabled: true, toolNotFoundBehavior: "return_error_to_model" });

const agentsSdk: Channel = {
  name: "OpenAI, Agents SDK",
  mark: undefined,
  unlike: {
    "no arguments": { how: "words", why: "the framework parses arguments" },
    "truncated JSON": { how: "words", why: "the framework parses arguments" },
    "a tool that does not exist": {
      how: "words",
      why: 'the framework finds the tool; without `toolNotFoundBehavior: "return_error_to_model"` it ends the run',
    },
    "a call that a person has to approve": { how: "asks", why: "the run is interrupted" },
  },
  async open({ session }) {
    const tools = await getTools(session);
    return async ({ id: callId = "call_1", name, arguments: text }) => {
      const model = new ScriptedModel([[functionCall(name, text, { callId })], [assistantMessage("done")]]);
      const { interruptions } = await runner.run(new Agent({ name: "Shop", model, tools }), "Sell.");
      if (interruptions.length > 0) return { text: "asked", isMarked: false };
      const input = model.calls[1]?.request.input;
      const last = typeof input === "string" ? undefined : input?.at(-1);
      if (last?.type !== "function_call_result") return expect.fail("the call was not answered");
      const { output } = last;
      const part = typeof output === "object" && "text" in output ? output.text : output;
      return { text: String(part), isMarked: false };
    };
  },
};

export const openaiAgentsChannels: readonly Channel[] = [agentsSdk];
