import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";
import { question, serveChatCompletions } from "@codespar-examples/scripted-models";
import { Agent } from "@mastra/core/agent";
import { codesparTools } from "./codespar-tools.ts";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const scripted = process.env.OPENAI_API_KEY === undefined ? await serveChatCompletions() : undefined;
const model =
  scripted === undefined
    ? "openai/gpt-5.1"
    : ({ id: "scripted/gpt", url: scripted.url, apiKey: "none" } as const);

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const agent = new Agent({
  id: "coffee-shop",
  name: "Coffee shop",
  instructions: "You sell coffee.",
  model,
  tools: await codesparTools(session),
});

const { text } = await agent.generate(question);
console.log(text);
scripted?.close();

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
