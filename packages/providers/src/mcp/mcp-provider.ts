import {
  type Provider,
  type ProviderCall,
  type ProviderResponse,
  type ProviderTool,
  ProviderUnavailable,
} from "@codespar/backend/ports";
import { type Json, type JsonObject, type JsonObjectSchema, type Risk, redact } from "@codespar/contract";
import { Client, StreamableHTTPClientTransport, type Transport } from "@modelcontextprotocol/client";

/** Where the server is: an address, or a program to start. A program comes from a configuration file alone, never from a request. */
export type McpServerAddress = { url: string } | { command: readonly [string, ...string[]] };

export type McpProviderOptions = McpServerAddress & {
  /** Its tools are named `<id>_<tool>`: lower-case letters, digits and `-`. */
  id: string;
  /** @default the id */
  name?: string | undefined;
  /** Headers of every request, such as `Authorization`. @default none */
  auth?: Readonly<Record<string, string>> | undefined;
  /** By tool of the server; wins over what its annotations say. */
  risks?: Readonly<Record<string, Risk>> | undefined;
  /** Milliseconds for connecting and for the list of tools. @default 10_000 */
  connectTimeoutMs?: number | undefined;
};

/** An MCP server behind the router. */
export interface McpProvider extends Provider {
  /** Ends the connection, and the program where there is one. */
  close(): Promise<void>;
}

/**
 * Connects to an MCP server and makes a provider of its tools. What a tool's annotations do not call read-only moves money, so a
 * lost response leaves its outcome unknown: there is no way to ask an MCP server what became of a call.
 */
export async function mcpProvider(options: McpProviderOptions): Promise<McpProvider> {
  const { id, name, risks = {}, connectTimeoutMs = 10_000 } = options;
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id))
    throw new RangeError(
      "id: an MCP server's id has lower-case letters, digits and -, and begins with a letter.",
    );
  const client = new Client({ name: "codespar", version: "1" });
  await client.connect(await createTransport(options), { timeout: connectTimeoutMs });
  const listed = await listTools(client, connectTimeoutMs);
  const prefix = `${id.replaceAll("-", "_")}_`;
  const tools = listed.map((tool): ProviderTool => {
    const { inputSchema, outputSchema, annotations, description = "" } = tool;
    return {
      name: `${prefix}${tool.name}`,
      description: description === "" ? (tool.title ?? tool.name) : description,
      // an MCP tool's schemas are of objects, by the protocol
      inputSchema: inputSchema as JsonObjectSchema,
      ...(outputSchema === undefined ? {} : { outputSchema: outputSchema as JsonObjectSchema }),
      risk: risks[tool.name] ?? (annotations?.readOnlyHint === true ? "read" : "moves_money"),
    };
  });
  const risksByName = new Map(tools.map((tool) => [tool.name, tool.risk]));

  async function execute(call: ProviderCall): Promise<ProviderResponse> {
    const tool = call.tool.startsWith(prefix) ? call.tool.slice(prefix.length) : "";
    if (!risksByName.has(call.tool))
      return { ok: false, code: "unknown_tool", message: `${id} has no tool ${call.tool}.` };
    try {
      const result = await client.callTool(
        { name: tool, arguments: call.arguments },
        { signal: call.signal },
      );
      return readResult(result);
    } catch {
      // what the client threw may quote what it sent
      if (risksByName.get(call.tool) === "read") throw new ProviderUnavailable("no_response");
      throw new Error(`${id} may have done ${call.tool}: no response arrived.`);
    }
  }

  return {
    id,
    ...(name === undefined ? {} : { name }),
    tools,
    execute,
    find: async () => ({ status: "unknown" }),
    close: () => client.close(),
  };
}

async function createTransport(options: McpProviderOptions): Promise<Transport> {
  if ("url" in options) {
    const { auth } = options;
    return new StreamableHTTPClientTransport(
      new URL(options.url),
      auth === undefined ? {} : { requestInit: { headers: auth } },
    );
  }
  const [command, ...args] = options.command;
  // programs are started on Node alone
  const { StdioClientTransport } = await import("@modelcontextprotocol/client/stdio");
  return new StdioClientTransport({ command, args, stderr: "ignore" });
}

async function listTools(client: Client, timeout: number) {
  const tools = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor }, { timeout });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tools;
}

/** Structured content as it is, else a single JSON text, else the texts; an error of the tool is a refusal. */
function readResult(result: {
  content?: unknown;
  structuredContent?: unknown;
  isError?: boolean | undefined;
}): ProviderResponse {
  const text = getText(result.content);
  if (result.isError === true)
    return {
      ok: false,
      code: "tool_error",
      message: redact(text === "" ? "The tool failed." : text).slice(0, 500),
    };
  if (isObject(result.structuredContent)) return { ok: true, data: result.structuredContent };
  const parsed = parseJson(text);
  return { ok: true, data: isObject(parsed) ? parsed : { text } };
}

function getText(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content
    .flatMap((part: unknown) =>
      typeof part === "object" && part !== null && "text" in part && typeof part.text === "string"
        ? [part.text]
        : [],
    )
    .join("\n");
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
