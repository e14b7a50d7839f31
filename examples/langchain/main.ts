import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";
import { question, scriptedChatCompletions } from "@codespar-examples/scripted-models";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent } from "langchain";
import { codesparTools } from "./codespar-tools.ts";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.OPENAI_API_KEY;
const model = new ChatOpenAI({
  model: "gpt-5.1",
  useResponsesApi: false,
  apiKey: apiKey ?? "none",
  ...(apiKey === undefined ? { configuration: { fetch: scriptedChatCompletions() } } : {}),
});

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const agent = createAgent({ model, tools: await codesparTools(session) });

const { messages } = await agent.invoke({ messages: [{ role: "user", content: question }] });
console.log(messages.at(-1)?.content);

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
