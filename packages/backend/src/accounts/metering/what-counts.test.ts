import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";

/** Rows of "What counts as a tool call?", each with what it adds to the month. */
const rows: { row: string; counts: 0 | 1; method: string; path: string; body?: unknown; accept?: string }[] =
  [
    {
      row: "session.execute()",
      counts: 1,
      method: "POST",
      path: "/v1/sessions/:id/execute",
      body: { name: "codespar_discover", arguments: { query: "pix" } },
    },
    {
      row: "session.send()",
      counts: 1,
      method: "POST",
      path: "/v1/sessions/:id/send",
      body: { name: "codespar_discover", arguments: { query: "nota fiscal" } },
      accept: "application/json",
    },
    {
      row: "session.sendStream()",
      counts: 1,
      method: "POST",
      path: "/v1/sessions/:id/send",
      body: { name: "codespar_discover", arguments: { query: "frete" } },
      accept: "text/event-stream",
    },
    {
      row: "creating sessions",
      counts: 0,
      method: "POST",
      path: "/v1/sessions",
      body: { preset: "brazilian" },
    },
    { row: "session.tools()", counts: 0, method: "GET", path: "/v1/sessions/:id/tools" },
    { row: "session.connections()", counts: 0, method: "GET", path: "/v1/sessions/:id/connections" },
    { row: "GET /v1/servers", counts: 0, method: "GET", path: "/v1/servers" },
    { row: "GET /v1/usage", counts: 0, method: "GET", path: "/v1/usage" },
    { row: "GET /v1/billing", counts: 0, method: "GET", path: "/v1/billing" },
    { row: "API key management: make", counts: 0, method: "POST", path: "/v1/api-keys", body: {} },
    { row: "API key management: list", counts: 0, method: "GET", path: "/v1/api-keys" },
    { row: "session.close()", counts: 0, method: "DELETE", path: "/v1/sessions/:id" },
    {
      row: "a call with wrong arguments",
      counts: 0,
      method: "POST",
      path: "/v1/sessions/:id/execute",
      body: { name: "codespar_pay", arguments: { method: "pix", amount: 0.5, currency: "BRL" } },
    },
    {
      row: "a call that no provider could take",
      counts: 0,
      method: "POST",
      path: "/v1/sessions/:id/execute",
      body: { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } },
    },
  ];

describe("what counts as a tool call", () => {
  it.each(rows)("$row: $counts", async ({ counts, method, path, body, accept }) => {
    const test = testBackend();
    const { apiKey } = await test.join("growth");
    const made = await test.call(apiKey, "POST", "/v1/sessions", { body: { preset: "brazilian" } });
    const { id } = responseSchemas.Session.parse(made.body);
    const read = async () => responseSchemas.Usage.parse((await test.call(apiKey, "GET", "/v1/usage")).body);
    expect((await read()).used).toBe(0);
    const url = path.replace(":id", id);
    const headers = accept === undefined ? {} : { accept };
    if (accept === "text/event-stream") {
      // a stream ends once somebody has worked on the call
      const streamed = test.backend.handle({
        method,
        path: url,
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
        body: JSON.stringify(body),
      });
      expect((await streamed).status).toBe(200);
      await test.backend.tick();
    } else {
      await test.call(apiKey, method, url, { headers, ...(body === undefined ? {} : { body }) });
    }
    await test.backend.tick();
    const usage = await read();
    expect(usage.used).toBe(counts);
    expect(usage.tool_calls).toHaveLength(counts);
    expect(Object.values(usage.breakdown).reduce((sum, count) => sum + count, 0)).toBe(counts);
    expect((await test.call(apiKey, "GET", "/v1/billing")).body).toMatchObject({ used: counts });
  });
});
