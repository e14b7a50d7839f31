import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";
import { question, scriptedChatCompletions } from "@codespar-examples/scripted-models";
import { openai } from "@llamaindex/openai";
import { agent } from "@llamaindex/workflow";
import { codesparTools } from "./codespar-tools.ts";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.OPENAI_API_KEY;
const scripted = { apiKey: "none", fetch: scriptedChatCompletions() };
const llm = openai({
  model: "gpt-4.1",
  ...(apiKey === undefined ? { additionalSessionOptions: scripted } : { apiKey }),
});

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const shop = agent({ llm, tools: await codesparTools(session) });

const { data } = await shop.run(question);
console.log(data.result);

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
