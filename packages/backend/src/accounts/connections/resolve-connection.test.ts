import type { ErrorBody, ErrorBodyOf } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { Credentials, Provider } from "../../ports/provider.ts";
import { testBackend } from "../../testing/test-backend.ts";

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
    responseSchemas.Session.parse(
      (await post("/v1/sessions", { servers: ["asaas"], metadata, shared_account_tools: true }, key)).body,
    );
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
    expect(row).toMatchObject({ organisation, encrypted: expect.any(String) });
    expect(JSON.stringify([made, row])).not.toContain("secret_of");
  });

  it("without a connection is passed over for the next that has one", async () => {
    const asked: string[] = [];
    const getProvider = (id: string): Provider => ({
      id,
      tools: [],
      async execute() {
        asked.push(id);
        return { ok: true, data: { sid: "SM1", messages: [{ id: "wamid.1" }] } };
      },
      find: async () => ({ status: "never" }),
    });
    const servers = ["whatsapp-cloud", "twilio"];
    const { join, call } = testBackend({ livemode: true, providers: servers.map(getProvider) });
    const { apiKey } = await join("growth");
    const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
    const session = responseSchemas.Session.parse((await post("/v1/sessions", { servers })).body);
    const notify = () =>
      post(`/v1/sessions/${session.id}/execute`, {
        name: "codespar_notify",
        arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
      });
    const refused = (await notify()).body as ErrorBodyOf<"provider_unavailable">;
    expect(refused.providers.map(({ reason }) => reason)).toEqual(["needs_connection", "needs_connection"]);
    expect(refused.message).toMatch(/connections\.create\(/);
    const [second] = refused.providers.toReversed();
    await post("/v1/connections", { server_id: second?.id, credentials: { token: "t".repeat(20) } });
    expect((await notify()).body).toMatchObject({ success: true, provider: second?.id });
    expect(asked).toEqual([second?.id]);
  });

  it("is asked about a lost call in the name in which it was called", async () => {
    const found: string[] = [];
    const provider: Provider = {
      id: "whatsapp-cloud",
      tools: [],
      execute: () => Promise.reject(new Error("connection reset")),
      // another account's "never" would make a payment that happened look undone
      async find(_, { account }) {
        found.push(account);
        return account.includes("/") ? { status: "never" } : { status: "unknown" };
      },
    };
    const { join, call } = testBackend({ livemode: true, providers: [provider] });
    const { apiKey, organisation } = await join("growth");
    const post = (path: string, body: object, headers = {}) => call(apiKey, "POST", path, { body, headers });
    const connect = (more: object) =>
      post("/v1/connections", {
        server_id: "whatsapp-cloud",
        credentials: { token: "t".repeat(20) },
        ...more,
      });
    await connect({});
    const metadata = { tenant_id: "acme" };
    const made = await post("/v1/sessions", { servers: ["whatsapp-cloud"], metadata });
    const session = responseSchemas.Session.parse(made.body);
    const notify = () =>
      post(
        `/v1/sessions/${session.id}/execute`,
        {
          name: "codespar_notify",
          arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
        },
        { "idempotency-key": "order-1" },
      );
    expect((await notify()).body).toMatchObject({ error: "outcome_unknown" });
    await connect({ tenant_id: "acme" });
    expect((await notify()).body).toMatchObject({ error: "outcome_unknown" });
    expect(found).toEqual([organisation, organisation]);
  });
});
