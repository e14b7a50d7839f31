import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { createMcpHandler, type McpHandlerOptions } from "./create-mcp-handler.ts";

async function post(options: McpHandlerOptions, headers: Record<string, string>, without: string[] = []) {
  const codespar = new CodeSpar({ apiKey: "csk_test_mcp", transport: createSandbox().transport });
  const handler = createMcpHandler(await codespar.sessions.create({ preset: "brazilian" }), options);
  const request = new Request("http://localhost:4020/mcp", {
    method: "POST",
    headers: {
      host: "localhost:4020",
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
  });
  for (const name of without) request.headers.delete(name);
  return (await handler.fetch(request)).status;
}

describe("createMcpHandler", () => {
  it("serves loopback", async () => {
    expect(await post({}, {})).toBe(200);
    expect(await post({}, { host: "[::1]:4020", origin: "http://127.0.0.1:3000" })).toBe(200);
  });

  it.each([{ host: "evil.example" }, { origin: "https://evil.example" }, { origin: "null" }])(
    "refuses %j",
    async (headers) => {
      expect(await post({}, headers)).toBe(403);
    },
  );

  // RFC 9110, 7.2: what a Host may look like
  it.each(["localhost@x", "localhost:4020/x", "local host", "localhost:port", "[::1"])(
    "refuses the Host %j as a bad request",
    async (host) => {
      expect(await post({}, { host })).toBe(400);
    },
  );

  it("takes the address's host where a request was made by hand and has no Host", async () => {
    expect(await post({}, {}, ["host"])).toBe(200);
    expect(await post({ allowedHosts: ["[::1]"] }, {}, ["host"])).toBe(403);
  });

  // RFC 9110, 12.5.1
  it.each(["*/*", "text/html, */*;q=0.1", "application/*, text/*", "application/json, text/*"])(
    "takes Accept: %s for both types",
    async (accept) => {
      expect(await post({}, { accept })).toBe(200);
    },
  );

  it("takes no Accept at all for every type, and refuses one that leaves ours out", async () => {
    expect(await post({}, {}, ["accept"])).toBe(200);
    expect(await post({}, { accept: "text/html" })).toBe(406);
    expect(await post({}, { accept: "*/*;q=0" })).toBe(406);
  });

  it("asks for a bearer key as soon as it is reached from elsewhere", async () => {
    const shop = { allowedHosts: ["mcp.shop.example"], bearerKey: "a-long-key" };
    const host = "mcp.shop.example";
    await expect(post({ allowedHosts: [host] }, {})).rejects.toThrow("bearerKey");
    expect(await post(shop, { host })).toBe(401);
    expect(await post(shop, { host, authorization: "Bearer a-wrong-key" })).toBe(401);
    expect(await post(shop, { host, authorization: "Bearer a-long-key" })).toBe(200);
  });
});
