import * as claude from "@codespar/claude";
import { createMcpHandler, createMcpServer } from "@codespar/mcp";
import * as openai from "@codespar/openai";
import * as agents from "@codespar/openai/agents";
import * as vercel from "@codespar/vercel";
import { expect, it } from "vitest";
import { openAdapterWorld } from "./adapter-world.ts";

// as JavaScript sees them: no types
const lists: Record<string, CallableFunction> = {
  "claude getTools": claude.getTools,
  "claude getRunnableTools": claude.getRunnableTools,
  "openai getTools": openai.getTools,
  "openai getRunnableTools": openai.getRunnableTools,
  "openai getResponseTools": openai.getResponseTools,
  "openai getRunnerFunctions": openai.getRunnerFunctions,
  "openai/agents getTools": agents.getTools,
  "vercel getTools": vercel.getTools,
  "mcp createMcpServer": createMcpServer,
  "mcp createMcpHandler": createMcpHandler,
};

it.each(Object.entries(lists))("%s refuses an option that there is not", async (_, list) => {
  const { session } = await openAdapterWorld();
  await expect((async () => list(session, { tolos: "all" }))()).rejects.toThrow(
    "options.tolos: is not an option. Did you mean tools?",
  );
});

it.each<[string, CallableFunction, unknown]>([
  ["claude handleMessage", claude.handleMessage, { content: [], stop_reason: "end_turn" }],
  ["claude handleToolUse", claude.handleToolUse, { id: "1", name: "codespar_pay", input: {} }],
  [
    "openai handleToolCall",
    openai.handleToolCall,
    { id: "1", type: "function", function: { name: "x", arguments: "" } },
  ],
  ["openai handleFunctionCall", openai.handleFunctionCall, { call_id: "1", name: "x", arguments: "" }],
])("%s refuses an option that there is not", async (_, handle, call) => {
  const { session } = await openAdapterWorld();
  await expect(handle(session, call, { scope: "x", idempotency_scope: "x" })).rejects.toThrow(
    /options\.\w+: is not an option/,
  );
});

// findings/outside.md, 12: the form of 0.11
it.each<[string, CallableFunction]>([
  ["handleToolCall takes the tool call itself", openai.handleToolCall],
  ["handleToolUse takes the block itself", claude.handleToolUse],
])("%s", async (message, handle) => {
  const { session } = await openAdapterWorld();
  await expect(handle(session, "codespar_pay", {})).rejects.toThrow(message);
});
