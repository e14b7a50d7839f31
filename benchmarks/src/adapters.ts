import { getTools as getClaudeTools, handleMessage, handleToolUse } from "@codespar/claude";
import { createMcpHandler } from "@codespar/mcp";
import {
  getTools as getOpenAITools,
  getResponseTools,
  handleFunctionCall,
  handleToolCall,
} from "@codespar/openai";
import { getTools as getAgentTools } from "@codespar/openai/agents";
import type { AgentSession } from "@codespar/sdk/agent";
import { getTools as getAiTools } from "@codespar/vercel";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Server, createMcpHandler as serveHttp } from "@modelcontextprotocol/server";
import { type FunctionTool, tool as makeAgentTool, RunContext } from "@openai/agents";
import { adapterSession } from "./adapter-session.ts";
import { measureCpuTime } from "./cpu-time.ts";
import type { Report } from "./figure.ts";
import { median } from "./median.ts";
import { payCall } from "./pay-call.ts";

const rounds = 11;
const calls = 2_000;

/** A way to make a call, and the same without the adapter. */
interface Pair {
  name: string;
  call: (id: string) => Promise<unknown>;
  bare: () => Promise<unknown>;
  against: string;
}

/** What an adapter costs above the session's call, and what it takes to convert the tools. */
export async function adapters({ figure, progress }: Report): Promise<void> {
  const { session, all } = await adapterSession();
  for (const { name, call, bare, against } of await getPairs(session)) {
    const costs: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      progress(`${name}, round ${round} of ${rounds}`);
      const without = await getCost(bare);
      const cost = (await getCost(call)) - without;
      // the first rounds compile
      if (round > 3) costs.push(cost);
    }
    figure({
      name,
      value: median(costs),
      unit: "µs of CPU time a call",
      target: { atMost: 50 },
      baseline: against,
    });
  }
  for (const [name, convert] of Object.entries(getConversions(session))) {
    progress(`tools for ${name}`);
    const six = await computeMedian(() => convert({}), 200);
    const many = await computeMedian(() => convert({ tools: "all" }), 5);
    figure({
      name: `six tools for ${name}`,
      value: six,
      unit: "µs of CPU time",
      baseline: `all ${all.length} tools: ${(many / 1000).toFixed(1)} ms`,
    });
  }
}

async function getPairs(session: AgentSession): Promise<Pair[]> {
  const text = JSON.stringify(payCall.arguments);
  const execute = { bare: () => session.execute(payCall), against: "session.execute alone" };
  const toolUse = (id: string) =>
    ({
      type: "tool_use",
      id,
      name: payCall.name,
      input: payCall.arguments,
      caller: { type: "direct" },
    }) as const;
  const aiTools = await getAiTools(session, { preliminary: false });
  const streamingAiTools = await getAiTools(session);
  return [
    { name: "claude, handleToolUse", call: (id) => handleToolUse(session, toolUse(id)), ...execute },
    {
      name: "claude, handleMessage",
      call: (id) => handleMessage(session, { content: [toolUse(id)], stop_reason: "tool_use" }),
      ...execute,
    },
    {
      name: "openai, handleToolCall",
      call: (id) =>
        handleToolCall(session, { id, type: "function", function: { name: payCall.name, arguments: text } }),
      ...execute,
    },
    {
      name: "openai, handleFunctionCall",
      call: (id) =>
        handleFunctionCall(session, {
          type: "function_call",
          call_id: id,
          name: payCall.name,
          arguments: text,
        }),
      ...execute,
    },
    await agentsPair(session, text),
    { name: "vercel, execute", call: (id) => runAiTool(aiTools, id), ...execute },
    {
      name: "vercel, execute with preliminary results",
      call: (id) => runAiTool(streamingAiTools, id),
      bare: () => drain(session.sendStream(payCall)),
      against: "session.sendStream alone",
    },
    await mcpPair(session),
  ];
}

async function runAiTool(
  tools: Awaited<ReturnType<typeof getAiTools>>,
  toolCallId: string,
): Promise<unknown> {
  const { execute, toModelOutput } = tools.codespar_pay ?? {};
  const input = payCall.arguments;
  let output: unknown = await execute?.(input, { toolCallId, messages: [], context: undefined });
  if (isStream(output)) output = await drain(output);
  return toModelOutput?.({ toolCallId, input, output });
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

async function drain(stream: AsyncIterable<unknown>): Promise<unknown> {
  let last: unknown;
  for await (const item of stream) last = item;
  return last;
}

/** The framework's own parsing and tracing are in both. */
async function agentsPair(session: AgentSession, text: string): Promise<Pair> {
  const ours = (await getAgentTools(session)).find(({ name }) => name === payCall.name);
  const theirs = makeAgentTool({
    name: payCall.name,
    description: "",
    strict: false,
    parameters: { type: "object", properties: {}, required: [], additionalProperties: true },
    execute: async () => JSON.stringify(await session.execute(payCall)),
  });
  const invoke = (tool: Pick<FunctionTool, "invoke"> | undefined, callId: string) =>
    tool?.invoke(new RunContext(), text, {
      toolCall: { type: "function_call", callId, name: payCall.name, arguments: text },
    }) ?? Promise.reject(new Error("There is no codespar_pay."));
  return {
    name: "openai, a tool of @openai/agents",
    call: (id) => invoke(ours, id),
    bare: () => invoke(theirs, "call_0"),
    against: "a tool of one's own that calls session.execute",
  };
}

/** The protocol, both its ends, is in both. */
async function mcpPair(session: AgentSession): Promise<Pair> {
  const params = { name: payCall.name, arguments: { ...payCall.arguments } };
  const ours = await connect(createMcpHandler(session));
  const { content, structuredContent = {}, _meta = {} } = await ours.callTool(params);
  const bareServer = () => {
    const server = new Server({ name: "bare", version: "1" }, { capabilities: { tools: {} } });
    server.setRequestHandler("tools/call", async () => {
      await session.execute(payCall);
      return { content, structuredContent, _meta };
    });
    return server;
  };
  const theirs = await connect(serveHttp(bareServer));
  return {
    name: "mcp, tools/call",
    call: () => ours.callTool(params),
    bare: () => theirs.callTool(params),
    against:
      "a server of the official package that calls session.execute and returns the same, by the same client",
  };
}

async function connect(handler: { fetch: (request: Request) => Promise<Response> }): Promise<Client> {
  const client = new Client(
    { name: "benchmark", version: "1" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
  const fetch = (input: string | URL | Request, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set("host", "localhost");
    return handler.fetch(new Request(input, { ...init, headers }));
  };
  await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
  return client;
}

function getConversions(session: AgentSession) {
  type Convert = (options: { tools?: "all" }) => Promise<unknown>;
  const conversions: Record<string, Convert> = {
    "claude, not strict": (options) => getClaudeTools(session, options),
    "claude, strict": (options) =>
      getClaudeTools(session, { ...options, toolOptions: () => ({ strict: true }) }),
    "openai, chat completions": (options) => getOpenAITools(session, options),
    "openai, Responses": (options) => getResponseTools(session, options),
    "openai, @openai/agents": (options) => getAgentTools(session, options),
    vercel: (options) => getAiTools(session, options),
  };
  return conversions;
}

let made = 0;

async function getCost(call: (id: string) => Promise<unknown>): Promise<number> {
  const microseconds = await measureCpuTime(async () => {
    for (let count = 0; count < calls; count++) await call(`call_${made++}`);
  });
  return microseconds / calls;
}

async function computeMedian(work: () => Promise<unknown>, repetitions: number): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < 7; round++) {
    const microseconds = await measureCpuTime(async () => {
      for (let count = 0; count < repetitions; count++) await work();
    });
    costs.push(microseconds / repetitions);
  }
  return median(costs);
}
