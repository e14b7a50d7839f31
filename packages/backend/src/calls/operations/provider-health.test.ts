import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { type Provider, ProviderUnavailable } from "../../ports/provider.ts";
import type { Translator } from "../../ports/translator.ts";
import { testBackend } from "../../testing/test-backend.ts";

/** Down for the bad token, and up for all others. */
function setUp() {
  const asked: string[] = [];
  const providers = ["asaas", "mercadopago"].map(
    (id): Provider => ({
      id,
      tools: [],
      async execute({ credentials, account }) {
        asked.push(`${id} ${account}`);
        if (id === "asaas" && credentials?.token === "pushed")
          throw new ProviderUnavailable("rate_limited", { retryAfterMs: 60_000 });
        if (id === "asaas" && credentials?.token === "bad") throw new ProviderUnavailable("rate_limited");
        return { ok: true, data: { id: `pay_of_${id}`, status: "PENDING" } };
      },
      find: async () => ({ status: "never" }),
    }),
  );
  const translators = ["asaas", "mercadopago"].map(
    (server): Translator => ({
      server,
      async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
        await native.effect(`${server}_create_payment`, { amount });
        const created_at = "2026-04-15T10:30:00.000Z";
        return { payment_id: "p", status: "pending", amount, currency, method, created_at, refunds: [] };
      },
    }),
  );
  const { join, call, clock } = testBackend({ livemode: true, providers, translators });
  return {
    asked,
    clock,
    /** An account with this token at Asaas, in an organisation of its own or as a tenant of one. */
    async account(token: string, owner?: { apiKey: string; tenant: string }) {
      const { apiKey } = owner ?? (await join("growth"));
      const tenant = owner === undefined ? {} : { tenant_id: owner.tenant };
      const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
      await post("/v1/connections", { server_id: "asaas", credentials: { token }, ...tenant });
      await post("/v1/connections", { server_id: "mercadopago", credentials: { token: "good" }, ...tenant });
      const { id } = responseSchemas.Session.parse(
        (await post("/v1/sessions", { servers: ["asaas", "mercadopago"], metadata: tenant })).body,
      );
      return {
        apiKey,
        /** Who was asked, one after another. */
        async pay() {
          asked.length = 0;
          const args = { method: "pix", amount: 5000, currency: "BRL" };
          const paid = await post(`/v1/sessions/${id}/execute`, { name: "codespar_pay", arguments: args });
          expect(paid.status).toBe(200);
          return asked.map((each) => each.split(" ")[0]);
        },
      };
    },
  };
}

describe("the circuit breaker", () => {
  it("belongs to a connection: a bad key of one organisation or tenant stands in nobody else's way", async () => {
    const { account } = setUp();
    const bad = await account("bad");
    const other = await account("good");
    const tenant = await account("bad", { apiKey: other.apiKey, tenant: "t1" });
    const neighbour = await account("good", { apiKey: other.apiKey, tenant: "t2" });
    for (const failing of [bad, tenant]) {
      for (let count = 0; count < 5; count += 1)
        expect(await failing.pay()).toEqual(["asaas", "mercadopago"]);
      expect(await failing.pay()).toEqual(["mercadopago"]);
    }
    for (const healthy of [other, neighbour]) expect(await healthy.pay()).toEqual(["asaas"]);
  });

  it("opens at once for as long as the provider asks to be left alone", async () => {
    const { account, clock } = setUp();
    const pushed = await account("pushed");
    expect(await pushed.pay()).toEqual(["asaas", "mercadopago"]);
    clock.set(clock.now() + 59_999);
    expect(await pushed.pay()).toEqual(["mercadopago"]);
    clock.set(clock.now() + 1);
    expect(await pushed.pay()).toEqual(["asaas", "mercadopago"]);
  });

  it("closes after half a minute, and opens again at the first failure", async () => {
    const { account, clock } = setUp();
    const bad = await account("bad");
    for (let count = 0; count < 6; count += 1) await bad.pay();
    clock.set(clock.now() + 30_000);
    expect(await bad.pay()).toEqual(["asaas", "mercadopago"]);
    expect(await bad.pay()).toEqual(["mercadopago"]);
  });
});

// design/gateway.md: limits per connection at the provider, and a slow one beside fast ones
describe("places at a connection", () => {
  /** Slow at Asaas for the slow token; Mercado Pago and other accounts respond at once. The timers fire when told. */
  function world() {
    const due = new Map<() => void, number>();
    const held: (() => void)[] = [];
    const asked: string[] = [];
    const providers = ["asaas", "mercadopago"].map(
      (id): Provider => ({
        id,
        tools: [],
        async execute({ credentials }) {
          asked.push(`${id} ${credentials?.token}`);
          if (credentials?.token === "slow") await new Promise<void>((resolve) => held.push(resolve));
          return { ok: true, data: { id: "pay_1", status: "PENDING" } };
        },
        find: async () => ({ status: "never" }),
      }),
    );
    const translators = ["asaas", "mercadopago"].map(
      (server): Translator => ({
        server,
        async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
          await native.effect(`${server}_create_payment`, { amount });
          const created_at = "2026-04-15T10:30:00.000Z";
          return { payment_id: "p", status: "pending", amount, currency, method, created_at, refunds: [] };
        },
      }),
    );
    const { join, call, backend, clock } = testBackend({
      livemode: true,
      providers,
      translators,
      providerConcurrency: 2,
      timers: {
        after(delayMs, callback) {
          due.set(callback, delayMs);
          return () => due.delete(callback);
        },
      },
    });
    async function account(token: string, servers: readonly string[]) {
      const { apiKey } = await join("growth");
      for (const server_id of servers)
        await call(apiKey, "POST", "/v1/connections", {
          body: { server_id, credentials: { token: server_id === "asaas" ? token : "good" } },
        });
      const { id } = responseSchemas.Session.parse(
        (await call(apiKey, "POST", "/v1/sessions", { body: { servers } })).body,
      );
      const body = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };
      const pay = () => call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body });
      return Object.assign(pay, {
        send: async () =>
          responseSchemas.QueuedToolCall.parse(
            (await call(apiKey, "POST", `/v1/sessions/${id}/send`, { body })).body,
          ),
        read: async (callId: string) =>
          responseSchemas.ToolCallDetail.parse((await call(apiKey, "GET", `/v1/tool-calls/${callId}`)).body),
      });
    }
    /** The second that a call waits for a place is over, and not the thirty of a provider. */
    const pass = () => {
      for (const [callback, delayMs] of [...due]) if (delayMs === 1_000) callback();
    };
    return { account, asked, held, pass, backend, clock };
  }
  /** Lets everything go as far as it can. */
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  };

  it("are its own: a slow account keeps its calls waiting, and no other's", async () => {
    const { account, asked, held } = world();
    const [slow, fast] = [await account("slow", ["asaas"]), await account("fast", ["asaas"])];
    const calls = [slow(), slow(), slow()];
    await settle();
    expect(asked).toEqual(["asaas slow", "asaas slow"]);
    expect((await fast()).status).toBe(200);
    held.shift()?.();
    await settle();
    expect(asked.filter((each) => each === "asaas slow")).toHaveLength(3);
    for (const release of held) release();
    for (const { status } of await Promise.all(calls)) expect(status).toBe(200);
  });

  it("that are taken send a call on to the next provider, or fail it with nothing done, and open no circuit", async () => {
    const { account, asked, held, pass } = world();
    const alone = await account("slow", ["asaas"]);
    const taken = [alone(), alone()];
    await settle();
    const waiting = Array.from({ length: 10 }, () => alone());
    await settle();
    pass();
    for (const refused of await Promise.all(waiting))
      expect(refused).toMatchObject({
        status: 503,
        body: { error: "provider_unavailable", providers: [{ id: "asaas", reason: "busy" }] },
      });
    for (const release of held.splice(0)) release();
    await Promise.all(taken);
    const both = await account("slow", ["asaas", "mercadopago"]);
    const holding = [both(), both()];
    await settle();
    asked.length = 0;
    const third = both();
    await settle();
    pass();
    expect((await third).body).toMatchObject({ provider: "mercadopago" });
    expect(asked).toEqual(["mercadopago good"]);
    for (const release of held) release();
    for (const { status } of await Promise.all(holding)) expect(status).toBe(200);
  });

  it("that are taken keep what was sent in the queue: nothing that was accepted is lost", async () => {
    const { account, held, pass, backend, clock } = world();
    const slow = await account("slow", ["asaas"]);
    const taken = [slow(), slow()];
    await settle();
    const { tool_call_id: id } = await slow.send();
    for (const attempts of [1, 2]) {
      const ticking = backend.tick();
      await settle();
      pass();
      await ticking;
      const waits = { provider: "asaas", outcome: "unavailable", reason: "busy" };
      expect(await slow.read(id)).toMatchObject({
        status: "queued",
        attempts: Array.from({ length: attempts }, () => waits),
      });
      clock.set(clock.now() + 2_000);
    }
    for (const release of held.splice(0)) release();
    await Promise.all(taken);
    const ticking = backend.tick();
    await settle();
    for (const release of held) release();
    await ticking;
    expect(await slow.read(id)).toMatchObject({ status: "succeeded", provider: "asaas" });
  });
});
