import { endpoints, planIds, plans } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it, vi } from "vitest";
import { nfe, parcel, pix, whatsapp } from "../calls.ts";
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
    expect((await codespar.servers.list({ limit: 1 })).total).toBeGreaterThanOrEqual(57);
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

  it("How is CodeSpar different? 57 servers in 7 categories behind 6 definitions, far fewer words", async () => {
    const { codespar } = open();
    const { data } = await codespar.servers.list({ limit: 100 });
    expect(data.length).toBeGreaterThanOrEqual(57);
    expect(new Set(data.map(({ category }) => category))).toEqual(
      new Set(["payments", "fiscal", "logistics", "messaging", "banking", "erp", "crypto"]),
    );
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const [meta, native] = await Promise.all([
      session.tools({ kind: "meta" }),
      session.tools({ kind: "native" }),
    ]);
    expect([meta.length, native.length >= 50]).toEqual([6, true]);
    // half of what native tools take, or less, although these schemas are far larger than a name
    expect(JSON.stringify(meta.map(({ output_schema: _, ...tool }) => tool)).length).toBeLessThan(
      JSON.stringify(native).length / 2,
    );
  });

  it("What is a session? It reaches its servers alone, uses their credentials, and counts its calls", async () => {
    const { codespar, sandbox } = open();
    await codespar.connections.create({ server_id: "stripe", credentials: { secret_key: "sk_of_mine" } });
    const session = await codespar.sessions.create({ servers: ["stripe"], metadata: { tenant_id: "mine" } });
    await session.execute(pix);
    await expect(session.execute({ name: "asaas_get_balance", arguments: {} })).rejects.toMatchObject({
      code: "server_not_in_session",
    });
    expect((await codespar.sessions.get(session.id)).tool_calls).toBe(1);
    expect(new Set(sandbox.calls.map(({ provider }) => provider))).toEqual(new Set(["stripe"]));
  });

  it("What is the difference between execute, send, and sendStream? All three count as one call each", async () => {
    const { codespar } = open();
    const session = await codespar.sessions.create({ preset: "brazilian" });
    expect(await session.execute(whatsapp)).toMatchObject({ success: true });
    const queued = await session.send(whatsapp);
    expect(queued).toMatchObject({ status: "queued" });
    expect(await codespar.toolCalls.wait(queued.tool_call_id)).toMatchObject({ status: "succeeded" });
    const types: string[] = [];
    const quote = { name: "codespar_ship", arguments: { action: "quote", ...parcel } } as const;
    for await (const { type } of session.sendStream(quote)) types.push(type);
    expect(types[0]).toBe("tool_call.started");
    expect(types.at(-1)).toBe("tool_call.completed");
    expect(types.filter((type) => type === "tool_call.partial").length).toBeGreaterThan(1);
    expect((await codespar.usage.get()).used).toBe(3);
  });

  it("Are sandbox responses real? Nothing leaves this machine, and nothing looks live", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const { codespar } = open();
    const session = await codespar.sessions.create({ preset: "brazilian" });
    const paid = await session.execute(pix);
    const invoice = await session.execute(nfe);
    const message = await session.execute(whatsapp);
    expect([paid.success, invoice.success, message.success]).toEqual([true, true, true]);
    expect(paid.data).toMatchObject({
      payment_id: expect.stringMatching(/^pay_/),
      created_at: expect.stringMatching(/^2026-04-15T/),
      pix: { qr_code: expect.stringMatching(/^000201.*6304[0-9A-F]{4}$/) },
    });
    expect(invoice.data).toMatchObject({
      access_key: expect.stringMatching(/^\d{44}$/),
      pdf_url: expect.stringMatching(/^http/),
    });
    const { data: events } = await codespar.events.list();
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ livemode }) => livemode === false)).toBe(true);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it("What is the latency? The sandbox draws from the table when it is asked to be realistic", async () => {
    vi.useFakeTimers();
    try {
      const sandbox = createSandbox({ seed: 1, latency: "realistic" });
      const codespar = new CodeSpar({ apiKey: "csk_test_faq", transport: sandbox.transport, maxRetries: 0 });
      /** What something comes to, and the milliseconds that it takes as the clock of this test goes. */
      const time = async <Value>(work: () => PromiseLike<Value>) => {
        const start = Date.now();
        let isDone = false;
        const end = () => {
          isDone = true;
        };
        const done = work();
        done.then(end, end);
        while (!isDone) await vi.advanceTimersByTimeAsync(2);
        return { took: Date.now() - start, value: await done };
      };
      const create = () => codespar.sessions.create({ preset: "brazilian", servers: ["stripe"] });
      const { value: session } = await time(create);
      const card = { method: "credit_card", amount: 5000, currency: "BRL", card_token: "tok_visa" } as const;
      const rows: [string, number, number, () => PromiseLike<unknown>][] = [
        ["Session creation", 200, 400, create],
        [
          "codespar_discover",
          50,
          100,
          () => session.execute({ name: "codespar_discover", arguments: { query: "pix" } }),
        ],
        [
          "codespar_checkout",
          300,
          800,
          () =>
            session.execute({
              name: "codespar_checkout",
              arguments: { amount: 9990, currency: "BRL", payment_methods: ["pix"] },
            }),
        ],
        ["codespar_pay (Pix)", 400, 1200, () => session.execute(pix)],
        [
          "codespar_pay (card)",
          300,
          600,
          () => session.execute({ name: "codespar_pay", arguments: { ...card, provider: "stripe" } }),
        ],
        ["codespar_invoice (NF-e)", 500, 2000, () => session.execute(nfe)],
        [
          "codespar_ship (quote)",
          200,
          600,
          () => session.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } }),
        ],
        ["codespar_notify (WhatsApp)", 100, 300, () => session.execute(whatsapp)],
      ];
      for (const [row, min, max, work] of rows) {
        for (let attempt = 0; attempt < 20; attempt += 1) {
          const { took } = await time(work);
          expect(took, row).toBeGreaterThanOrEqual(min);
          expect(took, row).toBeLessThanOrEqual(max + 10);
        }
      }
      await sandbox.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    [
      "BR",
      ["pix", "boleto", "credit_card", "wallet"],
      ["correios", "jadlog", "loggi"],
      ["inter", "itau", "bradesco", "nubank"],
    ],
    ["MX", ["spei", "oxxo", "credit_card"], ["dhl", "estafeta"], []],
    ["AR", ["credit_card", "wallet"], ["mercado-envios", "andreani"], []],
    ["CO", ["pse", "credit_card"], ["servientrega"], []],
    ["CL", ["webpay", "credit_card"], ["chilexpress"], []],
  ] as const)("Which countries are supported? %s", async (country, methods, carriers, banks) => {
    const { codespar } = open();
    const list = async (category: "banking" | "logistics" | "payments") =>
      (await codespar.servers.list({ country, category, limit: 100 })).data;
    const able = new Set((await list("payments")).flatMap(({ capabilities }) => capabilities));
    expect(methods.filter((method) => !able.has(method))).toEqual([]);
    const ids = async (category: "banking" | "logistics") => (await list(category)).map(({ id }) => id);
    expect(await ids("logistics")).toEqual(expect.arrayContaining([...carriers]));
    expect(await ids("banking")).toEqual(expect.arrayContaining([...banks]));
    if (banks.length === 0) expect(await ids("banking")).toEqual([]);
  });

  it("Which fiscal systems are supported? In Brazil NF-e, NFS-e, SPED, CT-e and MDF-e, in Mexico CFDI", async () => {
    const { codespar } = open();
    const capabilities = async (country: "BR" | "MX") => {
      const { data } = await codespar.servers.list({ country, category: "fiscal", limit: 100 });
      return [...new Set(data.flatMap((server) => server.capabilities))];
    };
    expect(await capabilities("BR")).toEqual(expect.arrayContaining(["nfe", "nfse", "sped", "cte", "mdfe"]));
    expect(await capabilities("MX")).toContain("cfdi");
  });

  it("What happens if a provider is down? Another takes the Pix, and the response says which", async () => {
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
