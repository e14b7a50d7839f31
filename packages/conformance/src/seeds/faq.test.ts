import { endpoints, planIds, plans } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { pix } from "../calls.ts";
import { runSample } from "./run-sample.ts";

function open(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ now: "2026-04-15T10:30:00Z", seed: 1, ...options });
  const codespar = new CodeSpar({ apiKey: "csk_test_faq", transport: sandbox.transport, maxRetries: 0 });
  return { sandbox, codespar };
}

const directSample = `// No AI agent needed -- direct tool execution
const session = await codespar.sessions.create({ servers: ["stripe"] });
const result = await session.execute({
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
});`;

describe("FAQ", () => {
  it("Can I use CodeSpar without an AI agent?", async () => {
    const { codespar } = open();
    const { result } = await runSample(directSample, { codespar }, ["result"]);
    expect(result).toMatchObject({ success: true, provider: "stripe", tool: "codespar_pay" });
  });

  it("Is there a free plan?", async () => {
    const { codespar } = open({ plan: "hobby" });
    expect(plans.hobby).toMatchObject({
      price_cents: 0,
      tool_calls: 20_000,
      api_keys: 2,
      requests_per_minute: 60,
    });
    expect((await codespar.servers.list({ limit: 1 })).total).toBe(57);
    expect(await codespar.billing.get()).toMatchObject({ payment_method: null });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    expect((await session.tools({ kind: "meta" })).length).toBe(6);
    await codespar.apiKeys.create();
    await expect(codespar.apiKeys.create()).rejects.toMatchObject({ code: "plan_limit", limit: 2 });
  });

  it("How much does a typical workflow cost?", () => {
    const orders = (plan: "growth" | "hobby" | "starter") => Math.floor((plans[plan].tool_calls ?? 0) / 6);
    expect([orders("hobby"), orders("starter"), orders("growth")]).toEqual([3333, 33_333, 333_333]);
    expect((plans.starter.price_cents ?? 0) / 100 / orders("starter")).toBeCloseTo(0.001, 3);
    expect((plans.growth.price_cents ?? 0) / 100 / orders("growth")).toBeCloseTo(0.0015, 4);
  });

  it("What counts as a tool call? Nothing but execute and send is billed", () => {
    const billed = Object.entries(endpoints).filter(([, { billed }]) => billed);
    expect(billed.map(([id]) => id)).toEqual(["sessions.execute", "sessions.send"]);
  });

  it("Can I change plans mid-cycle? Up at once, down at the end", async () => {
    const { codespar, sandbox } = open({ plan: "starter" });
    const { checkout_url } = await codespar.billing.checkout({ plan: "growth" });
    await sandbox.handle({
      method: "POST",
      path: new URL(checkout_url).pathname,
      headers: {},
      body: "action=pay",
    });
    expect(await codespar.billing.get()).toMatchObject({ plan: "growth", quota: 2_000_000 });
    await codespar.billing.update({ plan: "hobby" });
    expect(await codespar.billing.get()).toMatchObject({ quota: 2_000_000, pending_plan: "hobby" });
    await sandbox.clock.advance("16d");
    expect(await codespar.billing.get()).toMatchObject({ plan: "hobby", quota: 20_000 });
  });

  it("What is a session? It expires after 30 minutes of inactivity", async () => {
    const { codespar, sandbox } = open();
    const session = await codespar.sessions.create({ servers: ["stripe"] });
    await sandbox.clock.advance("29m");
    await session.execute(pix);
    await sandbox.clock.advance("29m");
    await session.execute(pix);
    await sandbox.clock.advance("30m");
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "session_expired" });
  });

  it("What are meta-tools and why only 6?", async () => {
    const { codespar } = open();
    const session = await codespar.sessions.create({ preset: "brazilian" });
    expect((await session.tools({ kind: "meta" })).map(({ name }) => name).sort()).toEqual([
      "codespar_checkout",
      "codespar_discover",
      "codespar_invoice",
      "codespar_notify",
      "codespar_pay",
      "codespar_ship",
    ]);
  });

  it("Can I access server-specific tools directly?", async () => {
    const { codespar } = open();
    const session = await codespar.sessions.create({ servers: ["stripe", "mercadopago"] });
    const names = (await session.tools({ kind: "native" })).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["stripe_create_subscription", "mercadopago_create_preference"]),
    );
  });

  it("What happens if a provider is down? Another takes the Pix, and the answer says which", async () => {
    const { codespar, sandbox } = open();
    const session = await codespar.sessions.create({ servers: ["asaas", "mercadopago"] });
    expect((await session.execute(pix)).provider).toBe("asaas");
    sandbox.faults.set("asaas", { down: true });
    expect((await session.execute(pix)).provider).toBe("mercadopago");
    sandbox.faults.set("mercadopago", { down: true });
    await expect(session.execute(pix)).rejects.toMatchObject({ status: 503, code: "provider_unavailable" });
  });

  it("Which payment providers are supported? The list is GET /v1/servers?category=payments", async () => {
    const { codespar } = open();
    const { data } = await codespar.servers.list({ category: "payments", limit: 100 });
    const ids = data.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "stripe",
        "mercadopago",
        "asaas",
        "pagseguro",
        "pagarme",
        "conekta",
        "inter",
        "sicredi",
      ]),
    );
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });

  it("What authentication methods are supported? Keys are scoped and rotated without downtime", async () => {
    const { codespar, sandbox } = open();
    const made = await codespar.apiKeys.create({ name: "reader", scopes: ["usage:read"] });
    const reader = new CodeSpar({ apiKey: made.key, transport: sandbox.transport, maxRetries: 0 });
    expect((await reader.usage.get()).used).toBe(0);
    await expect(reader.sessions.create({ preset: "brazilian" })).rejects.toMatchObject({
      code: "insufficient_scope",
      required_scope: "sessions:write",
    });
    const rotated = await codespar.apiKeys.rotate(made.id);
    const fresh = new CodeSpar({ apiKey: rotated.key, transport: sandbox.transport, maxRetries: 0 });
    expect([(await reader.usage.get()).used, (await fresh.usage.get()).used]).toEqual([0, 0]);
    await sandbox.clock.advance("24h");
    await expect(reader.usage.get()).rejects.toMatchObject({ status: 401 });
    await codespar.apiKeys.revoke(made.id);
    await expect(fresh.usage.get()).rejects.toMatchObject({ status: 401 });
    // what was rotated away or revoked never comes back, not even as an organisation of its own
    await expect(reader.usage.get()).rejects.toMatchObject({ status: 401 });
  });

  it("a key that was rotated away twice does not become an organisation of its own", async () => {
    const { codespar, sandbox } = open();
    const made = await codespar.apiKeys.create();
    await codespar.apiKeys.rotate(made.id);
    await codespar.apiKeys.rotate(made.id);
    const old = new CodeSpar({ apiKey: made.key, transport: sandbox.transport, maxRetries: 0 });
    await expect(old.usage.get()).rejects.toMatchObject({ status: 401 });
  });

  it("Does CodeSpar see my customers' data? What it logs has none of it", async () => {
    const { codespar, sandbox } = open();
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const customer = { name: "Ana Souza", document: "52998224725", email: "ana@loja.com.br" };
    await session.execute({ ...pix, arguments: { ...pix.arguments, customer } });
    const { data } = await codespar.toolCalls.list();
    expect(data).toHaveLength(1);
    expect(responseSchemas.ToolCallPage.parse({ data, next_cursor: null })).toBeTruthy();
    expect(JSON.stringify(data)).not.toMatch(/Ana|52998224725|loja\.com/);
    await sandbox.clock.advance("25h");
    const { data: events } = await codespar.events.list();
    expect(JSON.stringify(events)).not.toMatch(/Ana|52998224725|loja\.com/);
  });

  it("plans are these, cheapest first", () => {
    expect(planIds).toEqual(["hobby", "starter", "growth", "enterprise"]);
  });
});
