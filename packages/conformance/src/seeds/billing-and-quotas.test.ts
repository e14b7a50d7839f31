import type { Store } from "@codespar/backend";
import { withUsage } from "@codespar/backend/testing";
import { type PlanId, plans, type ShipQuoteOutput } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { nfe, parcel, succeed, whatsapp } from "../calls.ts";
import { runCurl } from "./run-curl.ts";
import { runSample } from "./run-sample.ts";

const servers: SandboxServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Start {
  plan: PlanId;
  /** Calls that were made earlier in April. */
  used?: number;
  breakdown?: Record<string, number>;
}

async function start({ plan, used = 0, breakdown }: Start) {
  const server = await startSandboxServer({
    port: 0,
    plan,
    now: "2026-04-15T10:30:00Z",
    seed: 1,
    rateLimit: false,
    wrapStore: (store: Store) => withUsage(store, "2026-04", used, breakdown),
  });
  servers.push(server);
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url, maxRetries: 0 });
  return { server, codespar };
}

const executeCurl = `curl -X POST https://api.codespar.dev/v1/sessions/ses_abc123/execute \\
  -H "Authorization: Bearer csk_live_..." \\
  -H "Content-Type: application/json" \\
  -d '{"name": "codespar_pay", "arguments": {"method": "pix", "amount": 9990, "currency": "BRL"}}'`;

const usageCurl = `curl https://api.codespar.dev/v1/usage \\
  -H "Authorization: Bearer csk_live_..."`;

const billingCurl = `curl https://api.codespar.dev/v1/billing \\
  -H "Authorization: Bearer csk_live_..."`;

const checkoutCurl = `curl -X POST https://api.codespar.dev/v1/billing/checkout \\
  -H "Authorization: Bearer csk_live_..." \\
  -H "Content-Type: application/json" \\
  -d '{"plan": "growth"}'`;

const portalCurl = `curl -X POST https://api.codespar.dev/v1/billing/portal \\
  -H "Authorization: Bearer csk_live_..."`;

const quotaSample = `try {
  const result = await session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 9990, currency: "BRL" },
  });
} catch (error) {
  if (error.code === "quota_exceeded") {
    console.error(\`Quota exceeded. Resets at: \${error.resets_at}\`);
    console.error(\`Upgrade at: \${error.upgrade_url}\`);
    // Inform the user or trigger an upgrade flow
  }
}`;

describe("Billing & Quotas: its samples", () => {
  it("curl execute takes the Pix below the quota", async () => {
    const { server, codespar } = await start({ plan: "hobby" });
    const { id } = await codespar.sessions.create({ preset: "brazilian" });
    const { status, body } = await runCurl(executeCurl, server, id);
    expect([status, body]).toEqual([200, expect.objectContaining({ success: true, tool: "codespar_pay" })]);
  });

  it("curl execute returns 429 with the six fields at the quota", async () => {
    const { server, codespar } = await start({ plan: "hobby", used: 20_000 });
    const { id } = await codespar.sessions.create({ preset: "brazilian" });
    const { status, body } = await runCurl(executeCurl, server, id);
    expect(status).toBe(429);
    expect(body).toMatchObject({
      error: "quota_exceeded",
      message: "Monthly tool call quota exceeded. Upgrade your plan or wait for the next billing cycle.",
      quota: 20_000,
      used: 20_000,
      resets_at: "2026-05-01T00:00:00Z",
      upgrade_url: "https://codespar.dev/dashboard/billing",
    });
  });

  it("the TypeScript sample prints when the quota resets and where to upgrade", async () => {
    const { codespar } = await start({ plan: "hobby", used: 20_000 });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const printed: string[] = [];
    await runSample(quotaSample, { session, console: { error: (line: string) => printed.push(line) } });
    expect(printed).toEqual([
      "Quota exceeded. Resets at: 2026-05-01T00:00:00Z",
      "Upgrade at: https://codespar.dev/dashboard/billing",
    ]);
  });

  it("curl usage returns the body of the page", async () => {
    const breakdown = {
      codespar_discover: 1240,
      codespar_checkout: 8901,
      codespar_pay: 15_432,
      codespar_invoice: 12_300,
      codespar_ship: 6789,
      codespar_notify: 3170,
    };
    const { server } = await start({ plan: "starter", used: 47_832, breakdown });
    const { status, body } = await runCurl(usageCurl, server);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
      quota: 200_000,
      used: 47_832,
      remaining: 152_168,
      percentage: 23.9,
      breakdown,
    });
  });

  it("curl billing returns the body of the page", async () => {
    const { server } = await start({ plan: "starter", used: 47_832 });
    const { status, body } = await runCurl(billingCurl, server);
    expect(status).toBe(200);
    expect(body).toEqual({
      plan: "starter",
      status: "active",
      price_cents: 2900,
      currency: "USD",
      current_period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
      quota: 200_000,
      used: 47_832,
      overage_enabled: false,
      payment_method: { type: "card", last4: "4242", brand: "visa", exp_month: 12, exp_year: 2027 },
      stripe_customer_id: expect.stringMatching(/^cus_\w+$/),
      portal_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/billing\/portal\/./),
      pending_plan: null,
      pending_plan_at: null,
    });
  });

  it("curl checkout returns a page that upgrades at once when it is paid", async () => {
    const { server, codespar } = await start({ plan: "starter", used: 200_000 });
    const { status, body } = await runCurl(checkoutCurl, server);
    expect(status).toBe(200);
    const { checkout_url, expires_at } = responseSchemas.BillingCheckout.parse(body);
    expect(expires_at).toBe("2026-04-15T11:30:00Z");
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const pay = {
      name: "codespar_pay",
      arguments: { method: "pix", amount: 9990, currency: "BRL" },
    } as const;
    await expect(session.execute(pay)).rejects.toMatchObject({ code: "quota_exceeded" });
    await fetch(checkout_url, { method: "POST", body: new URLSearchParams({ action: "pay" }) });
    expect(await session.execute(pay)).toMatchObject({ success: true });
    expect(await codespar.billing.get()).toMatchObject({ plan: "growth", quota: 2_000_000 });
    const { data } = await codespar.billing.invoices();
    expect(data).toMatchObject([
      { total_cents: 25_067, lines: [{ amount_cents: -1547 }, { amount_cents: 26_614 }] },
    ]);
  });

  it("curl portal returns a link that works once, within 24 hours", async () => {
    const { server } = await start({ plan: "starter" });
    const link = async () =>
      responseSchemas.BillingPortal.parse((await runCurl(portalCurl, server)).body).portal_url;
    const first = await link();
    expect([(await fetch(first)).status, (await fetch(first)).status]).toEqual([200, 410]);
    const second = await link();
    await server.sandbox.clock.advance("24h");
    expect((await fetch(second)).status).toBe(410);
  });
});

describe("Billing & Quotas: its sentences", () => {
  it.each([
    ["hobby", 0, 20_000, 2, 1, 60, null],
    ["starter", 2900, 200_000, 10, 5, 300, null],
    ["growth", 49_900, 2_000_000, null, null, 1000, 20],
  ] as const)("the table of plans: %s", async (plan, price, calls, keys, members, perMinute, overage) => {
    expect(plans[plan]).toMatchObject({
      price_cents: price,
      tool_calls: calls,
      api_keys: keys,
      members,
      requests_per_minute: perMinute,
      overage_cents_per_1000: overage,
    });
    const server = await startSandboxServer({ port: 0, plan, now: "2026-04-15T10:30:00Z" });
    servers.push(server);
    const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url, maxRetries: 0 });
    const { headers, data } = await codespar.servers.list({ limit: 1 }).withResponse();
    expect(headers["ratelimit-limit"]).toBe(String(perMinute));
    expect(data.total).toBeGreaterThanOrEqual(57);
    expect(await codespar.billing.get()).toMatchObject({ price_cents: price, quota: calls });
    // no feature gates: as many sessions as are made, with all servers and meta-tools
    const sessions = await Promise.all(
      Array.from({ length: 20 }, () => codespar.sessions.create({ preset: "all" })),
    );
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(20);
    expect(sessions[0]?.servers.length).toBeGreaterThanOrEqual(57);
    expect(await sessions[0]?.tools({ kind: "meta" })).toHaveLength(6);
    for (let key = 1; key < (keys ?? 15); key += 1) await codespar.apiKeys.create();
    const more = codespar.apiKeys.create();
    if (keys === null) await more;
    else await expect(more).rejects.toMatchObject({ code: "plan_limit", limit: keys });
  });

  it("any tool that is executed counts, server-specific ones too; managing keys does not", async () => {
    const { codespar } = await start({ plan: "hobby" });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const { id } = await codespar.apiKeys.create();
    await codespar.apiKeys.rotate(id);
    await codespar.apiKeys.list();
    await codespar.apiKeys.revoke(id);
    expect((await codespar.usage.get()).used).toBe(0);
    const customer = { name: "Ana Souza", cpfCnpj: "11144477735" };
    expect(await session.execute({ name: "asaas_create_customer", arguments: customer })).toMatchObject({
      success: true,
    });
    await session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
    expect(await codespar.usage.get()).toMatchObject({
      used: 2,
      breakdown: { asaas_create_customer: 1, codespar_discover: 1 },
      daily: [{ date: "2026-04-15", count: 2 }],
    });
  });

  it("usage of the months before can be asked for", async () => {
    const { server, codespar } = await start({ plan: "hobby" });
    await (await codespar.sessions.create({ preset: "brazilian" })).execute(whatsapp);
    await server.sandbox.clock.advance("16d");
    expect((await codespar.usage.get()).used).toBe(0);
    expect(await codespar.usage.get({ period: "2026-04" })).toMatchObject({
      used: 1,
      period: { start: "2026-04-01T00:00:00Z", end: "2026-04-30T23:59:59Z" },
    });
  });

  it("narrow sessions and presets have fewer tools; discover is stable within a session, which can be reused", async () => {
    const { codespar } = await start({ plan: "hobby" });
    const narrow = await codespar.sessions.create({ servers: ["asaas"] });
    const preset = await codespar.sessions.create({ preset: "brazilian" });
    const all = await codespar.sessions.create({ preset: "all" });
    const [few, some, many] = await Promise.all(
      [narrow, preset, all].map((one) => one.tools({ kind: "native" })),
    );
    expect(few?.length).toBeLessThan(some?.length ?? 0);
    expect(some?.length).toBeLessThan(many?.length ?? 0);
    const discover = { name: "codespar_discover", arguments: { query: "cobrar por pix" } } as const;
    const first = succeed(await preset.execute(discover));
    const reused = await codespar.sessions.get(preset.id);
    expect(succeed(await reused.execute(discover))).toEqual(first);
    expect((await codespar.sessions.list()).data).toHaveLength(3);
  });

  it("a typical order is six tool calls", async () => {
    const { codespar } = await start({ plan: "hobby" });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    await session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
    await session.execute({
      name: "codespar_checkout",
      arguments: {
        items: [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }],
        currency: "BRL",
        payment_methods: ["pix"],
      },
    });
    await session.execute(nfe);
    const quoted = await session.execute({
      name: "codespar_ship",
      arguments: { action: "quote", ...parcel },
    });
    const { quotes } = succeed(quoted) as ShipQuoteOutput; // a quote was asked for
    const recipient = { name: "Ana Souza", document: "11144477735", address: "Rua do Ouvidor 50" };
    const label = { action: "label" as const, ...parcel, service_id: quotes[0]?.service_id ?? "", recipient };
    expect(await session.execute({ name: "codespar_ship", arguments: label })).toMatchObject({
      success: true,
    });
    await session.send(whatsapp);
    const usage = await codespar.usage.get();
    expect(usage.used).toBe(6);
    expect(Math.floor((usage.quota ?? 0) / 6)).toBe(3333);
  });

  it("each step of a loop, and each way to call a tool, is one call; all else is none", async () => {
    const { codespar } = await start({ plan: "hobby" });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const used = async () => (await codespar.usage.get({ tool_calls: false })).used;
    await session.tools();
    await session.connections();
    await codespar.servers.list();
    await codespar.billing.get();
    await codespar.apiKeys.list();
    expect(await used()).toBe(0);
    await session.loop({ steps: [whatsapp, whatsapp, whatsapp] });
    expect(await used()).toBe(3);
    for await (const _event of session.sendStream(whatsapp)) {
      // read to its end
    }
    await session.send(whatsapp);
    expect(await used()).toBe(5);
    await session.close();
    expect(await used()).toBe(5);
  });

  it("at 90 % all responses carry the warning, and the SDK hands it on", async () => {
    const { server } = await start({ plan: "hobby", used: 18_000 });
    const warnings: string[] = [];
    const codespar = new CodeSpar({
      apiKey: server.apiKey,
      baseUrl: server.url,
      onQuotaWarning: (message) => warnings.push(message),
    });
    const { headers } = await runCurl(usageCurl, server);
    const text = "You have used 18,000 of 20,000 tool calls this period.";
    expect(headers["x-codespar-quota-warning"]).toBe(text);
    await codespar.sessions.create({ preset: "brazilian" });
    await codespar.servers.list();
    expect(warnings).toEqual([text, text]);
  });

  it("at 100 % only executions are blocked", async () => {
    const { codespar } = await start({ plan: "hobby", used: 20_000 });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    await expect(session.execute(whatsapp)).rejects.toMatchObject({ code: "quota_exceeded", used: 20_000 });
    await expect(session.send(whatsapp)).rejects.toMatchObject({ code: "quota_exceeded" });
    expect((await session.tools()).length).toBeGreaterThan(6);
    expect((await codespar.servers.list({ limit: 1 })).total).toBeGreaterThanOrEqual(57);
    expect(await codespar.usage.get()).toMatchObject({ remaining: 0, percentage: 100 });
  });

  it("growth with overage goes on beyond 2M, and the next invoice has a line of its own for it", async () => {
    const { server, codespar } = await start({ plan: "growth", used: 2_000_999 });
    await codespar.billing.update({ overage_enabled: true });
    const session = await codespar.sessions.create({ preset: "brazilian" });
    expect(await session.execute(whatsapp)).toMatchObject({ success: true });
    await server.sandbox.clock.advance("16d");
    const { data } = await codespar.billing.invoices();
    expect(data[0]).toMatchObject({
      lines: [
        { type: "subscription", amount_cents: 49_900 },
        { type: "overage", quantity: 1000, amount_cents: 20 },
      ],
      total_cents: 49_920,
    });
  });

  it("payloads are erased after 24 hours; the row stays for audit and billing", async () => {
    const { server, codespar } = await start({ plan: "hobby" });
    const session = await codespar.sessions.create({ preset: "brazilian", metadata: { tenant_id: "acme" } });
    const { tool_call_id } = await session.execute(nfe);
    await server.sandbox.clock.advance("23h");
    expect((await codespar.toolCalls.get(tool_call_id)).result).not.toBeNull();
    await server.sandbox.clock.advance("61m");
    const kept = await codespar.toolCalls.get(tool_call_id);
    expect(kept).toMatchObject({ result: null, tool: "codespar_invoice", metadata: { tenant_id: "acme" } });
    expect(JSON.stringify(kept)).not.toContain("11144477735");
    expect((await codespar.usage.get({ group_by: "tenant_id" })).groups).toEqual([
      { value: "acme", count: 1 },
    ]);
  });
});
