import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { question, scriptedChatCompletions } from "@codespar-examples/scripted-models";
import { Agent, MCPServerStdio, OpenAIChatCompletionsModel, run, setTracingDisabled } from "@openai/agents";
import OpenAI from "openai";

// With OPENAI_API_KEY the real model responds. Without, a scripted one, and nothing leaves this machine.
const apiKey = process.env.OPENAI_API_KEY;
const scripted = new OpenAI({ apiKey: "none", fetch: scriptedChatCompletions() });
const model = apiKey === undefined ? new OpenAIChatCompletionsModel(scripted, "scripted") : "gpt-5.1";
setTracingDisabled(true);

// Instead of `command: "npx", args: ["-y", "@codespar/mcp", …]`, the server of this repository, from source.
const bin = fileURLToPath(new URL("../../packages/mcp/src/bin.ts", import.meta.url));
const codespar = new MCPServerStdio({
  name: "codespar",
  command: process.execPath,
  args: ["--conditions=@codespar/source", bin, "--servers", "asaas,z-api"],
  env: { PATH: process.env.PATH ?? "", CODESPAR_API_KEY: process.env.CODESPAR_API_KEY ?? "" },
  // 5 by default, which npx needs for itself
  clientSessionTimeoutSeconds: 60,
});
await codespar.connect();
try {
  const agent = new Agent({ name: "Coffee shop", model, mcpServers: [codespar] });
  const { finalOutput, history } = await run(agent, question);
  console.log(finalOutput);

  const results = history.filter((item) => "type" in item && item.type === "function_call_result");
  assert.equal(results.length, 2);
  assert.match(JSON.stringify(results[1]), /message_id/);
} finally {
  await codespar.close();
}
