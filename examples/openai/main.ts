import assert from "node:assert/strict";
import { getTools, handleToolCall } from "@codespar/openai";
import { CodeSpar } from "@codespar/sdk";
import OpenAI from "openai";
import { scriptedFetch } from "./scripted-model.ts";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.OPENAI_API_KEY;
const openai = new OpenAI(apiKey === undefined ? { apiKey: "none", fetch: scriptedFetch() } : { apiKey });

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const tools = await getTools(session);

const question = "Charge R$ 12.50 by Pix for a coffee, then send the code to +5511987654321 on WhatsApp.";
const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: "user", content: question }];
for (;;) {
  const completion = await openai.chat.completions.create({ model: "gpt-5.1", tools, messages });
  const message = completion.choices[0]?.message;
  if (message === undefined) break;
  messages.push(message);
  if (message.content !== null) console.log(message.content);
  if (message.tool_calls === undefined) break;

  messages.push(
    ...(await Promise.all(message.tool_calls.map((toolCall) => handleToolCall(session, toolCall)))),
  );
}

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
