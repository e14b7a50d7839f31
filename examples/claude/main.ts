import assert from "node:assert/strict";
import Anthropic from "@anthropic-ai/sdk";
import { getTools, handleMessage } from "@codespar/claude";
import { CodeSpar } from "@codespar/sdk";
import { scriptedFetch } from "./scripted-model.ts";

// With ANTHROPIC_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.ANTHROPIC_API_KEY;
const anthropic = new Anthropic(
  apiKey === undefined ? { apiKey: "none", fetch: scriptedFetch() } : { apiKey },
);

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const tools = await getTools(session);

const question = "Charge R$ 12.50 by Pix for a coffee, then send the code to +5511987654321 on WhatsApp.";
const messages: Anthropic.MessageParam[] = [{ role: "user", content: question }];
for (;;) {
  const message = await anthropic.messages.create({
    model: "claude-sonnet-5",
    max_tokens: 1024,
    tools,
    messages,
  });
  messages.push({ role: "assistant", content: message.content });
  for (const block of message.content) if (block.type === "text") console.log(block.text);

  const reply = await handleMessage(session, message);
  if (reply === undefined) break;
  messages.push(reply);
}

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
