import { startListener } from "@codespar/node-runtime";
import { createMcpHandler, Server } from "@modelcontextprotocol/server";
import { expect, it, onTestFinished } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

/** Somebody's MCP server, which lets in who has its token, and never responds to an order. */
async function startNotes() {
  const createNotes = () => {
    const server = new Server({ name: "notes", version: "1" }, { capabilities: { tools: {} } });
    const inputSchema = { type: "object" as const, properties: { id: { type: "string" } }, required: ["id"] };
    server.setRequestHandler("tools/list", async () => ({
      tools: [
        { name: "read_note", description: "Reads a note.", inputSchema, annotations: { readOnlyHint: true } },
        { name: "order_note", description: "Orders a note.", inputSchema },
      ],
    }));
    server.setRequestHandler("tools/call", async ({ params }) =>
      params.name === "order_note"
        ? new Promise(() => {})
        : { content: [], structuredContent: { id: String(params.arguments?.id), text: "two coffees" } },
    );
    return server;
  };
  const handler = createMcpHandler(createNotes);
  const listener = await startListener({
    port: 0,
    hostname: "127.0.0.1",
    serve: async (request) =>
      request.headers.get("authorization") === "Bearer of-the-notes"
        ? handler.fetch(request)
        : new Response(null, { status: 401 }),
  });
  onTestFinished(() => listener.close(100));
  return { id: "notes", url: `${listener.url}/mcp`, authorization: "Bearer of-the-notes" };
}

it("serves the tools of an MCP server to every organisation, without credentials of theirs", async () => {
  const gateway = await startTestGateway({
    mcpServers: [await startNotes()],
    limits: { providerTimeoutMs: 500 },
  });
  for (const key of [gateway.testKey, gateway.liveKey]) {
    const call = (path: string, body: object) => ask(gateway.url, key, "POST", path, body);
    const { body: session } = await call("/v1/sessions", { servers: ["notes", "asaas"] });
    expect(session.servers).toMatchObject([
      { id: "notes", status: "connected" },
      { id: "asaas", status: "needs_connection" },
    ]);
    const execute = (name: string) =>
      call(`/v1/sessions/${session.id}/execute`, { name, arguments: { id: "7" } });
    expect((await execute("notes_read_note")).body).toMatchObject({
      success: true,
      server: "notes",
      data: { id: "7", text: "two coffees" },
    });
    // it may have been ordered, and nobody can be asked
    expect((await execute("notes_order_note")).body).toMatchObject({ error: "outcome_unknown" });
  }
  expect(gateway.logged.join("\n")).not.toContain("of-the-notes");
});

it("goes on without one that cannot be reached, and says so in its log", async () => {
  const refused = { ...(await startNotes()), authorization: "Bearer wrong" };
  const gateway = await startTestGateway({
    mcpServers: [refused, { id: "away", url: "http://127.0.0.1:1/mcp" }],
  });
  const missing = gateway.logged.filter((line) => line.includes("an MCP server cannot be reached"));
  expect(missing.map((line) => JSON.parse(line).server).sort()).toEqual(["away", "notes"]);
  const { status } = await ask(gateway.url, gateway.testKey, "POST", "/v1/sessions", { servers: ["asaas"] });
  expect(status).toBe(201);
});
