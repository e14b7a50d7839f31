import { getTools as getClaudeTools } from "@codespar/claude";
import { createMcpServer } from "@codespar/mcp";
import { getTools as getOpenAITools, getResponseTools } from "@codespar/openai";
import type { AgentSession } from "@codespar/sdk/agent";
import { getTools as getAiTools } from "@codespar/vercel";
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { asSchema } from "ai";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { adapterSession } from "./adapter-session.ts";
import type { Report } from "./figure.ts";

/** What the list of the six tools costs in every turn, as each framework sends it to its model. */
export async function adapterTokens({ figure }: Report): Promise<void> {
  const { session } = await adapterSession();
  const lists: Record<string, unknown> = {
    "claude, not strict": await getClaudeTools(session),
    "claude, strict": await getClaudeTools(session, { toolOptions: () => ({ strict: true }) }),
    "openai, chat completions, strict": await getOpenAITools(session),
    "openai, chat completions, not strict": await getOpenAITools(session, { strict: false }),
    "openai, Responses and @openai/agents, strict": await getResponseTools(session),
    vercel: await listOfAi(session),
    "mcp, without output schemas": await listOfMcp(session, false),
    "mcp, with output schemas": await listOfMcp(session, true),
  };
  for (const [name, list] of Object.entries(lists)) {
    figure({
      name,
      value: encode(JSON.stringify(list)).length,
      unit: "tokens",
      baseline: "the o200k encoding",
    });
  }
}

/** As the AI SDK hands tools to a model's provider. */
async function listOfAi(session: AgentSession) {
  const tools = Object.entries(await getAiTools(session));
  return Promise.all(
    tools.map(async ([name, { description, inputSchema }]) => ({
      type: "function",
      name,
      description,
      inputSchema: await asSchema(inputSchema).jsonSchema,
    })),
  );
}

/** What a host gives to its model of the list: name, description and schema; few give the output's schema. */
async function listOfMcp(session: AgentSession, withOutput: boolean) {
  const client = new Client({ name: "benchmark", version: "1" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createMcpServer(session).connect(theirs);
  await client.connect(ours);
  const { tools } = await client.listTools();
  return tools.map(({ name, description, inputSchema, outputSchema }) =>
    withOutput ? { name, description, inputSchema, outputSchema } : { name, description, inputSchema },
  );
}
