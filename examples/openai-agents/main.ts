import assert from "node:assert/strict";
import { getTools } from "@codespar/openai/agents";
import { CodeSpar } from "@codespar/sdk";
import { Agent, run, setTracingDisabled } from "@openai/agents";
import { scriptedModel } from "./scripted-model.ts";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const model = process.env.OPENAI_API_KEY === undefined ? scriptedModel() : "gpt-5.1";
setTracingDisabled(true);

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const tools = await getTools(session, { needsApproval: ({ risk }) => risk === "moves_money" });
const agent = new Agent({ name: "Coffee shop", model, tools });

const question = "Charge R$ 12.50 by Pix for a coffee, then send the code to +5511987654321 on WhatsApp.";
let result = await run(agent, question);
let asked = 0;
while (result.interruptions.length > 0) {
  for (const item of result.interruptions) {
    asked += 1;
    console.log(`${item.name} ${item.arguments}: a person says yes.`);
    result.state.approve(item);
  }
  result = await run(agent, result.state);
}
console.log(result.finalOutput);

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.equal(asked, 1);
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
