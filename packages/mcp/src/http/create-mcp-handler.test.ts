import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { createMcpHandler, type McpHandlerOptions } from "./create-mcp-handler.ts";

async function post(options: McpHandlerOptions, headers: Record<string, string>) {
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
  return (await handler.fetch(request)).status;
}

describe("createMcpHandler", () => {
  it("answers on loopback", async () => {
    expect(await post({}, {})).toBe(200);
    expect(await post({}, { host: "[::1]:4020", origin: "http://127.0.0.1:3000" })).toBe(200);
  });

  it.each([{ host: "evil.example" }, { origin: "https://evil.example" }, { origin: "null" }])(
    "refuses %j",
    async (headers) => {
      expect(await post({}, headers)).toBe(403);
    },
  );

  it("asks for a bearer key as soon as it is reached from elsewhere", async () => {
    const shop = { allowedHosts: ["mcp.shop.example"], bearerKey: "a-long-key" };
    const host = "mcp.shop.example";
    await expect(post({ allowedHosts: [host] }, {})).rejects.toThrow("bearerKey");
    expect(await post(shop, { host })).toBe(401);
    expect(await post(shop, { host, authorization: "Bearer a-wrong-key" })).toBe(401);
    expect(await post(shop, { host, authorization: "Bearer a-long-key" })).toBe(200);
  });
});
