import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { type FakeResponse, fakeTransport } from "../testing/fake-transport.ts";
import { errorResponse } from "../testing/responses.ts";

function client(responses: (FakeResponse | Error)[]) {
  const { transport, requests } = fakeTransport(responses);
  return { requests, codespar: new CodeSpar({ apiKey: "csk_test_x", transport, maxRetries: 0 }) };
}

const pages = [
  { body: { data: [{ id: "tc_3" }, { id: "tc_2" }], next_cursor: "abc" } },
  { body: { data: [{ id: "tc_1" }], next_cursor: null } },
];

describe("lists", () => {
  it("are iterated over all pages, with the query on each", async () => {
    const { codespar, requests } = client(pages);
    const ids: string[] = [];
    const query = { limit: 2, metadata: { tenant_id: "a&b" } };
    for await (const call of codespar.toolCalls.list(query)) ids.push(call.id);
    expect(ids).toEqual(["tc_3", "tc_2", "tc_1"]);
    expect(requests.map(({ path }) => decodeURIComponent(path))).toEqual([
      "/v1/tool-calls?limit=2&metadata[tenant_id]=a&b",
      "/v1/tool-calls?limit=2&metadata[tenant_id]=a&b&cursor=abc",
    ]);
  });

  it("are asked for in JSON's words; what is null or undefined is left out", async () => {
    const { codespar, requests } = client([{ body: { data: [], next_cursor: null } }]);
    // What a caller without types passes: the cursor of the last page, and a Date.
    const query = { cursor: null, since: new Date(0), status: undefined, limit: 0, metadata: { a: null } };
    await codespar.toolCalls.list(Object(query));
    expect(requests[0]?.path).toBe("/v1/tool-calls?since=1970-01-01T00%3A00%3A00.000Z&limit=0");
  });

  it("are not asked for with what JSON cannot carry", async () => {
    const { codespar } = client([]);
    await expect(codespar.toolCalls.list({ limit: Number.NaN })).rejects.toThrow("limit: is NaN");
  });

  it("are read page by page, each as it is on the wire", async () => {
    const { codespar } = client(pages);
    const first = await codespar.toolCalls.list();
    expect(JSON.parse(JSON.stringify(first))).toEqual(pages[0]?.body);
    const second = await first.nextPage();
    expect(second?.data).toEqual([{ id: "tc_1" }]);
    expect(await second?.nextPage()).toBeNull();
  });

  it("ask for no more pages than are read", async () => {
    const { codespar, requests } = client(pages);
    for await (const call of codespar.toolCalls.list()) if (call.id === "tc_2") break;
    expect(requests).toHaveLength(1);
  });

  it("of servers go by offset", async () => {
    const { codespar, requests } = client([
      { body: { data: [{ id: "stripe" }, { id: "asaas" }], total: 3, limit: 2, offset: 0 } },
      { body: { data: [{ id: "inter" }], total: 3, limit: 2, offset: 2 } },
    ]);
    const ids: string[] = [];
    for await (const server of codespar.servers.list({ category: "payments", limit: 2 })) ids.push(server.id);
    expect(ids).toEqual(["stripe", "asaas", "inter"]);
    expect(requests[1]?.path).toBe("/v1/servers?category=payments&limit=2&offset=2");
  });

  it("throw while they are iterated", async () => {
    const { codespar } = client([errorResponse(403, "insufficient_scope")]);
    const read = async () => {
      for await (const _ of codespar.sessions.list());
    };
    await expect(read()).rejects.toMatchObject({ code: "insufficient_scope" });
  });
});

describe("paths", () => {
  it("escape ids", async () => {
    const { codespar, requests } = client([{ body: {} }]);
    await codespar.servers.get("a/../b?c");
    expect(requests[0]?.path).toBe("/v1/servers/a%2F..%2Fb%3Fc");
  });

  it.each(["", ".", ".."])("refuse the id %j, which would lead elsewhere", async (id) => {
    const { codespar, requests } = client([]);
    await expect(codespar.apiKeys.revoke(id)).rejects.toMatchObject({ code: "invalid_request" });
    expect(requests).toHaveLength(0);
  });
});
