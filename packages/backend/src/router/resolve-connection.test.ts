import type { ErrorBody } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { Credentials, Provider } from "../provider.ts";
import { testBackend } from "../testing/test-backend.ts";

/** A live backend with one provider that remembers with which credentials it was asked. */
async function setUp() {
  const asked: (Credentials | undefined)[] = [];
  const provider: Provider = {
    id: "asaas",
    tools: [
      {
        name: "asaas_get_balance",
        description: "The account's balance.",
        inputSchema: { type: "object", properties: {} },
        risk: "read",
      },
    ],
    async execute({ credentials }) {
      asked.push(credentials);
      return { ok: true, data: { balance: 1 } };
    },
    find: async () => ({ status: "never" }),
  };
  const test = testBackend({ livemode: true, providers: [provider] });
  const { apiKey, organisation } = await test.join("growth");
  const post = (path: string, body: object, key = apiKey) => test.call(key, "POST", path, { body });
  const open = async (metadata: Record<string, string> = {}, key = apiKey) =>
    responseSchemas.Session.parse((await post("/v1/sessions", { servers: ["asaas"], metadata }, key)).body);
  const balance = (session: string, key = apiKey) =>
    post(`/v1/sessions/${session}/execute`, { name: "asaas_get_balance", arguments: {} }, key);
  const connect = (api_key: string, tenant_id?: string) =>
    post("/v1/connections", {
      server_id: "asaas",
      credentials: { api_key },
      ...(tenant_id ? { tenant_id } : {}),
    });
  return { ...test, asked, apiKey, organisation, open, balance, connect };
}

describe("in live mode, a server", () => {
  it("needs a connection: until then the session says so, and a call is 503 with that reason", async () => {
    const { open, balance, connect, asked, call, apiKey } = await setUp();
    const session = await open();
    expect(session.servers).toMatchObject([{ id: "asaas", status: "needs_connection" }]);
    const refused = await balance(session.id);
    expect(refused.body).toMatchObject({
      error: "provider_unavailable",
      status: 503,
      providers: [{ id: "asaas", reason: "needs_connection" }],
      message: expect.stringContaining('connections.create({ server_id: "asaas", credentials })'),
    });
    expect(asked).toEqual([]);
    const list = await call(apiKey, "GET", `/v1/sessions/${session.id}/connections`);
    expect(list.body).toMatchObject({
      data: [{ id: "asaas", status: "needs_connection", connected: false }],
    });

    expect((await connect("aact_prod_of_org")).status).toBe(201);
    // the session was there before: what it may use is looked up at each call
    expect((await balance(session.id)).body).toMatchObject({ success: true, data: { balance: 1 } });
    expect(asked).toEqual([{ api_key: "aact_prod_of_org" }]);
    expect((await open()).servers).toMatchObject([{ status: "connected" }]);
  });

  it("is asked with the tenant's credentials, else the organisation's, never another tenant's", async () => {
    const { open, balance, connect, asked } = await setUp();
    await connect("of_acme_only", "acme");
    const [acme, loja] = [await open({ tenant_id: "acme" }), await open({ tenant_id: "loja" })];
    expect((await balance(acme.id)).status).toBe(200);
    expect(((await balance(loja.id)).body as ErrorBody).error).toBe("provider_unavailable");
    await connect("of_the_organisation");
    await balance(loja.id);
    await balance(acme.id);
    expect(asked.map((credentials) => credentials?.api_key)).toEqual([
      "of_acme_only",
      "of_the_organisation",
      "of_acme_only",
    ]);
  });

  it("is another organisation's to nobody, and its credentials are nowhere in the clear", async () => {
    const { open, balance, connect, store, join, organisation } = await setUp();
    const made = responseSchemas.Connection.parse((await connect("secret_of_first_1234")).body);
    const other = await join("growth");
    const session = await open({}, other.apiKey);
    expect((await balance(session.id, other.apiKey)).status).toBe(503);
    expect(await store.readRecord("connection", other.organisation, made.id)).toBeUndefined();
    const row = await store.readRecord("connection", organisation, made.id);
    expect(row).toMatchObject({ organisation, sealed: expect.any(String) });
    expect(JSON.stringify([made, row])).not.toContain("secret_of");
  });
});
