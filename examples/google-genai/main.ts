import assert from "node:assert/strict";
import { CodeSpar } from "@codespar/sdk";
import { question, scriptedGemini } from "@codespar-examples/scripted-models";
import { type Content, GoogleGenAI } from "@google/genai";
import { getTools, handleFunctionCall } from "./codespar-tools.ts";

// With GEMINI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.GEMINI_API_KEY;
if (apiKey === undefined) globalThis.fetch = scriptedGemini();
const gemini = new GoogleGenAI({ apiKey: apiKey ?? "none" });

const codespar = new CodeSpar({ apiKey: process.env.CODESPAR_API_KEY ?? "csk_test_example" });
const session = await codespar.sessions.create({ servers: ["asaas", "z-api"] });
const config = { tools: await getTools(session) };

const contents: Content[] = [{ role: "user", parts: [{ text: question }] }];
for (;;) {
  const response = await gemini.models.generateContent({ model: "gemini-3-pro", contents, config });
  const content = response.candidates?.[0]?.content;
  if (content !== undefined) contents.push(content);
  const { functionCalls = [] } = response;
  if (functionCalls.length === 0) {
    console.log(response.text);
    break;
  }
  const parts = await Promise.all(functionCalls.map((call) => handleFunctionCall(session, call)));
  contents.push({ role: "user", parts });
}

const calls: string[] = [];
for await (const { tool, status } of codespar.toolCalls.list({ session_id: session.id })) {
  calls.push(`${tool} ${status}`);
}
await session.close();
assert.deepEqual(calls.sort(), ["codespar_notify succeeded", "codespar_pay succeeded"]);
