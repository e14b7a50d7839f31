import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";
import { getToolApproval, getTools } from "@codespar/vercel";
import { type ModelMessage, type ToolApprovalResponse, ToolLoopAgent } from "ai";
import { scriptedModel } from "./scripted-model.ts";

// With AI_GATEWAY_API_KEY a real model responds. Without, a scripted one, and nothing leaves this machine.
const model = process.env.AI_GATEWAY_API_KEY === undefined ? scriptedModel() : "anthropic/claude-sonnet-5";

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const tools = await getTools(session);
const agent = new ToolLoopAgent({ model, tools, toolApproval: getToolApproval(tools) });

const question = "Charge R$ 12.50 by Pix for a coffee, then send the code to +5511987654321 on WhatsApp.";
const messages: ModelMessage[] = [{ role: "user", content: question }];
for (;;) {
  const result = await agent.stream({ messages });
  const approvals: ToolApprovalResponse[] = [];
  for await (const part of result.stream) {
    if (part.type === "text-delta") process.stdout.write(part.text);
    if (part.type === "tool-result" && part.preliminary) console.log(part.toolName, part.output);
    if (part.type === "tool-approval-request") {
      // Here your person is asked; this one always says yes.
      console.log("May I?", part.toolCall.toolName, part.toolCall.input);
      approvals.push({ type: "tool-approval-response", approvalId: part.approvalId, approved: true });
    }
  }
  messages.push(...(await result.response).messages);
  if (approvals.length === 0) break;
  messages.push({ role: "tool", content: approvals });
}

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
