import { createMcpHandler } from "@codespar/mcp";
import { Client, ProtocolError, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { ScriptedCall } from "../failure-cases.ts";
import type { Channel, ModelMessage, Unlike } from "./channel.ts";

const unlike: Readonly<Record<string, Unlike>> = {
  "truncated JSON": { how: "cannot", why: "the protocol's own JSON is parsed before a tool is found" },
  "arguments that are a list": { how: "cannot", why: "the protocol refuses arguments that are no object" },
  "a wrong key": { how: "told", why: "a server has nobody to throw to" },
};

const mcp = (name: string, mode: "legacy" | { pin: string }): Channel => ({
  name,
  equalCalls: "every call is new, unless the client sends a key in `_meta` as `dev.codespar/idempotency-key`",
  mark: "isError",
  // Anything else would have to fit the tool's output schema.
  marksApproval: true,
  unlike,
  async open({ session }) {
    const handler = createMcpHandler(session);
    const fetch = (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      return handler.fetch(new Request(input, { ...init, headers }));
    };
    const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
    // Hosts list before they call.
    await client.listTools();
    const make = async ({ name, arguments: text }: ScriptedCall): Promise<ModelMessage> => {
      try {
        const params = text === "" ? { name } : { name, arguments: JSON.parse(text) };
        const { content, isError = false } = await client.callTool(params);
        const [part] = content;
        return { text: part?.type === "text" ? part.text : "", isMarked: isError };
      } catch (error) {
        // The protocol has an error of its own for an unknown tool, which carries the failure.
        if (!(error instanceof ProtocolError)) throw error;
        return { text: JSON.stringify(error.data), isMarked: true };
      }
    };
    return async (turns) => {
      const modelMessages: ModelMessage[][] = [];
      for (const turn of turns) modelMessages.push(await Promise.all(turn.map(make)));
      return modelMessages;
    };
  },
});

export const mcpChannels: readonly Channel[] = [
  mcp("MCP, up to 2025-11-25", "legacy"),
  mcp("MCP, 2026-07-28", { pin: "2026-07-28" }),
];
