import { getTools } from "@codespar/openai/agents";
import { Agent, type AgentInputItem, Runner } from "@openai/agents";
import { assistantMessage, functionCall, ScriptedModel } from "@openai/agents/testing";
import { expect } from "vitest";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, ModelMessage } from "./channel.ts";

// By its own default, the framework ends the run when a model calls a tool that there is not.
const runner = new Runner({ tracingDisabled: true, toolNotFoundBehavior: "return_error_to_model" });

const agentsSdk: Channel = {
  name: "OpenAI, Agents SDK",
  equalCalls: "their number in the run; an id made by chance is taken at its word",
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
  ids: {
    rule: "ends at a repeated one",
    why: "the framework ends a run at an id that comes again with other arguments, and takes an equal call for the same one",
  },
  async open({ session }) {
    const tools = await getTools(session);
    return async (turns) => {
      const model = new ScriptedModel([...turns.map((turn) => turn.map(toCall)), [assistantMessage("done")]]);
      const { interruptions } = await runner.run(new Agent({ name: "Shop", model, tools }), "Sell.");
      if (interruptions.length > 0) return [[{ text: "asked", isMarked: false }]];
      return turns.map(({ length }, index) => {
        const input = model.calls[index + 1]?.request.input;
        return typeof input === "object" ? input.slice(-length).map(toModelMessage) : [];
      });
    };
  },
};

const toCall = ({ id: callId = "call_1", name, arguments: text }: ScriptedCall) =>
  functionCall(name, text, { callId });

function toModelMessage(item: AgentInputItem): ModelMessage {
  if (item.type !== "function_call_result") return expect.fail("the call got no result");
  const { output } = item;
  const part = typeof output === "object" && "text" in output ? output.text : output;
  return { text: String(part), isMarked: false };
}

export const openaiAgentsChannels: readonly Channel[] = [agentsSdk];
