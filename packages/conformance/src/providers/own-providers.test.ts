import type { Provider } from "@codespar/backend/ports";
import { startListener } from "@codespar/node-runtime";
import { mcpProvider } from "@codespar/providers/mcp";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { afterEach, describe, expect, it } from "vitest";
import { createBookshop } from "./mcp-bookshop.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A client of a sandbox that was given a provider besides the catalogue. */
function clientWith(...providers: Provider[]): CodeSpar {
  const sandbox = createSandbox({ seed: 1, now: "2026-11-20T15:00:00Z", providers, providerTimeoutMs: 300 });
  closing.push(() => sandbox.close());
  return new CodeSpar({ apiKey: "csk_test_own_providers", transport: sandbox.transport, maxRetries: 0 });
}

const loyalty: Provider = {
  id: "loyalty",
  name: "Our loyalty points",
  tools: [
    {
      name: "loyalty_get_points",
      description: "Reads how many loyalty points a customer has collected.",
      inputSchema: { type: "object", properties: { customer: { type: "string" } }, required: ["customer"] },
      risk: "read",
    },
  ],
  execute: async ({ arguments: { customer = "" } }) => ({ ok: true, data: { customer, points: 120 } }),
  find: async () => ({ status: "unknown" }),
};

describe("a provider of one's own", () => {
  it("is attached, listed, found and called beside the catalogue's", async () => {
    const session = await clientWith(loyalty).sessions.create({ servers: ["loyalty", "asaas"] });
    expect(session.servers.map(({ id, name }) => [id, name])).toEqual([
      ["loyalty", "Our loyalty points"],
      ["asaas", "Asaas"],
    ]);
    const tools = await session.tools({ server: "loyalty" });
    expect(tools.map(({ name, kind, risk }) => [name, kind, risk])).toEqual([
      ["loyalty_get_points", "native", "read"],
    ]);
    const found = await session.execute({
      name: "codespar_discover",
      arguments: { query: "loyalty points of a customer" },
    });
    expect(JSON.stringify(found)).toContain("loyalty_get_points");
    expect(
      await session.execute({ name: "loyalty_get_points", arguments: { customer: "ana" } }),
    ).toMatchObject({
      success: true,
      server: "loyalty",
      provider: "loyalty",
      data: { customer: "ana", points: 120 },
    });
  });

  it("has its arguments checked, and its names offered to who misspells them", async () => {
    const client = clientWith(loyalty);
    const session = await client.sessions.create({ servers: ["loyalty"] });
    await expect(session.execute({ name: "loyalty_get_points", arguments: {} })).rejects.toMatchObject({
      code: "invalid_arguments",
    });
    await expect(session.execute({ name: "loyalty_get_point", arguments: {} })).rejects.toMatchObject({
      code: "unknown_tool",
      suggestions: ["loyalty_get_points"],
    });
    await expect(client.sessions.create({ servers: ["loyalti"] })).rejects.toMatchObject({
      suggestions: expect.arrayContaining(["loyalty"]),
    });
    const other = await client.sessions.create({ servers: ["asaas"] });
    await expect(
      other.execute({ name: "loyalty_get_points", arguments: { customer: "ana" } }),
    ).rejects.toMatchObject({ code: "server_not_in_session" });
  });

  it("takes credentials like any other", async () => {
    const client = clientWith(loyalty);
    const connection = await client.connections.create({
      server_id: "loyalty",
      credentials: { key: "k-12345678" },
    });
    expect(connection).toMatchObject({ server_id: "loyalty", status: "connected" });
  });
});

async function overHttp(): Promise<{ url: string }> {
  const handler = createMcpHandler(createBookshop);
  const listener = await startListener({
    port: 0,
    hostname: "127.0.0.1",
    serve: (request) => handler.fetch(request),
  });
  closing.push(() => listener.close(500));
  return { url: `${listener.url}/mcp` };
}

const program = {
  command: [
    process.execPath,
    "--conditions=@codespar/source",
    new URL("mcp-bookshop.ts", import.meta.url).pathname,
  ],
} as const;

describe.each<[string, () => Promise<{ url: string } | { command: readonly [string, ...string[]] }>]>([
  ["an address", overHttp],
  ["a program", async () => program],
])("an MCP server behind the router, by %s", (_how, address) => {
  async function session() {
    const provider = await mcpProvider({ id: "book-shop", name: "Bookshop", ...(await address()) });
    closing.push(() => provider.close());
    return clientWith(provider).sessions.create({ servers: ["book-shop"] });
  }

  it("has its tools under its name, with the risk that their annotations say", async () => {
    const tools = await (await session()).tools({ server: "book-shop" });
    expect(tools.map(({ name, risk }) => [name, risk])).toEqual([
      ["book_shop_find_book", "read"],
      ["book_shop_buy_book", "moves_money"],
      ["book_shop_order_book", "moves_money"],
    ]);
  });

  it("is called, and says no", async () => {
    const open = await session();
    expect(
      await open.execute({ name: "book_shop_buy_book", arguments: { isbn: "9788535910667" } }),
    ).toMatchObject({
      success: true,
      data: { title: "Dom Casmurro", bought: true },
    });
    expect(await open.execute({ name: "book_shop_find_book", arguments: { isbn: "0" } })).toMatchObject({
      success: false,
      error: { code: "tool_error", message: "There is no such book." },
    });
  });

  it("leaves the outcome unknown when it moves money and does not respond", async () => {
    const open = await session();
    const order = { name: "book_shop_order_book", arguments: { isbn: "1" } };
    await expect(open.execute(order, { idempotencyKey: "key-1" })).rejects.toMatchObject({
      code: "outcome_unknown",
    });
    await expect(open.execute(order, { idempotencyKey: "key-1" })).rejects.toMatchObject({
      code: "outcome_unknown",
    });
  });
});

it("an MCP server's id that no tool could be named by is refused", async () => {
  await expect(mcpProvider({ id: "Book Shop", url: "http://127.0.0.1:1/mcp" })).rejects.toThrow(/lower-case/);
});
