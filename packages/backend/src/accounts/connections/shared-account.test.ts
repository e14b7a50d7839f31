import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { Provider, ProviderTool } from "../../ports/provider.ts";
import { testBackend } from "../../testing/test-backend.ts";

const balance: ProviderTool = {
  name: "asaas_get_balance",
  description: "The account's balance.",
  inputSchema: { type: "object", properties: {} },
  risk: "read",
};

async function setUp(livemode: boolean) {
  const accounts: string[] = [];
  const provider: Provider = {
    id: "asaas",
    tools: [balance],
    async execute({ account, tool }) {
      accounts.push(account);
      return { ok: true, data: tool === balance.name ? { balance: 1 } : { id: "x_1" } };
    },
    find: async () => ({ status: "unknown" }),
  };
  const { join, call } = testBackend({ livemode, providers: [provider] });
  const { apiKey, organisation } = await join("growth");
  const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
  return {
    accounts,
    organisation,
    post,
    connect: (tenant_id?: string) =>
      post("/v1/connections", {
        server_id: "asaas",
        credentials: { api_key: "k".repeat(20) },
        ...(tenant_id === undefined ? {} : { tenant_id }),
      }),
    async open(tenant_id?: string, more: object = {}) {
      const metadata = tenant_id === undefined ? {} : { tenant_id };
      const made = await post("/v1/sessions", { servers: ["asaas"], metadata, ...more });
      const { id } = responseSchemas.Session.parse(made.body);
      return {
        session: made.body,
        balance: () => post(`/v1/sessions/${id}/execute`, { name: balance.name, arguments: {} }),
        execute: (name: string, args: object) =>
          post(`/v1/sessions/${id}/execute`, { name, arguments: args }),
        async tools() {
          const { body } = await call(apiKey, "GET", `/v1/sessions/${id}/tools?kind=native`);
          return responseSchemas.ToolList.parse(body).data.map(({ name }) => name);
        },
      };
    },
  };
}

describe.each([
  ["a sandbox", false],
  ["live mode", true],
])("in %s, a tenant that falls back to the organisation's account", (_, livemode) => {
  it("has meta-tools alone: natively it could name what is another tenant's (attack 10)", async () => {
    const { open, connect, accounts, organisation } = await setUp(livemode);
    await connect();
    const { balance, tools, execute } = await open("acme");
    const refused = await balance();
    expect(refused).toMatchObject({
      status: 403,
      body: { error: "policy_denied", rule: "shared_account_tools" },
    });
    expect(refused.text).toContain("shared_account_tools: true");
    expect(await tools()).toEqual([]);
    expect(accounts).toEqual([]);
    const found = await execute("codespar_discover", { query: "saldo asaas" });
    const { matches } = (found.body as { data: { matches: { name: string; connected: boolean }[] } }).data;
    expect(matches.find(({ name }) => name === "asaas_get_balance")?.connected).toBe(false);
    const paid = await execute("codespar_pay", { method: "pix", amount: 5000, currency: "BRL" });
    expect(paid).toMatchObject({ status: 200, body: { success: true } });
    expect(new Set(accounts)).toEqual(new Set([organisation]));
  });

  it("cannot name what was made without CodeSpar, by no provider", async () => {
    const { open, connect, accounts } = await setUp(livemode);
    await connect();
    const args = { payment_id: "pay_of_another", action: "get", provider: "asaas" };
    const { execute } = await open("acme");
    expect(await execute("codespar_pay", args)).toMatchObject({
      status: 400,
      body: { error: "invalid_arguments" },
    });
    expect(accounts).toEqual([]);
  });

  it("has native tools when the host says so, and the session shows it", async () => {
    const { open, connect } = await setUp(livemode);
    await connect();
    const { session, balance, tools } = await open("acme", { shared_account_tools: true });
    expect(session).toMatchObject({ shared_account_tools: true });
    expect((await balance()).status).toBe(200);
    expect(await tools()).toEqual(["asaas_get_balance"]);
  });

  it("has them on an account of its own, and the organisation itself always", async () => {
    const { open, connect, accounts, organisation } = await setUp(livemode);
    await connect();
    await connect("acme");
    expect((await (await open("acme")).balance()).status).toBe(200);
    expect((await (await open()).balance()).status).toBe(200);
    expect(accounts).toEqual([`${organisation}/acme`, organisation]);
  });
});
