import { expect } from "vitest";
import { nfe, parcel, pay, pix, refuse, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

const key = { idempotencyKey: "order-42" };
const card = {
  name: "codespar_pay",
  arguments: { method: "credit_card", amount: 5000, currency: "BRL", card_token: "tok_chargeDeclined" },
} as const;

export const routingCases = [
  verifies("router.preference", "each call goes to the first attached server of its list", async (world) => {
    const { sessions } = world.codespar;
    const spei = {
      name: "codespar_pay",
      arguments: { method: "spei", amount: 10_000, currency: "MXN" },
    } as const;
    const providers = [];
    for (const [servers, call] of [
      [["stripe", "mercadopago", "asaas"], pix],
      [["stripe", "mercadopago"], pix],
      [["stripe"], pix],
      [["mercadopago", "conekta"], spei],
    ] as const) {
      const session = await sessions.create({ servers: [...servers] });
      providers.push((await session.execute(call)).provider);
    }
    expect(providers).toEqual(["asaas", "mercadopago", "stripe", "conekta"]);
  }),
  verifies("router.forced", "provider forces a server", async (world) => {
    const session = await world.session();
    const forced = { ...pix, arguments: { ...pix.arguments, provider: "mercadopago" } };
    expect((await session.execute(forced)).provider).toBe("mercadopago");
    world.sandbox.faults.set("mercadopago", { down: true });
    await expect(session.execute(forced)).rejects.toMatchObject({
      code: "provider_unavailable",
      providers: [{ id: "mercadopago", reason: expect.any(String) }],
    });
    expect(world.effects("asaas")).toHaveLength(0);
  }),
  verifies("router.incapable", "the error says which servers could", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["conekta"] });
    await expect(session.execute(pix)).rejects.toMatchObject({
      code: "invalid_arguments",
      status: 400,
      message: expect.stringContaining("asaas"),
      suggestions: expect.arrayContaining(["asaas", "mercadopago"]),
    });
    expect(await world.used()).toBe(0);
  }),
  verifies("router.unavailable", "503 names who was tried, and nothing was done", async (world) => {
    world.sandbox.faults.set("asaas", { down: true });
    world.sandbox.faults.set("mercadopago", { errorBeforeProcessing: true });
    const session = await world.session();
    await expect(session.execute(pix)).rejects.toMatchObject({
      code: "provider_unavailable",
      status: 503,
      retryable: true,
      providers: [
        { id: "asaas", reason: "down" },
        { id: "mercadopago", reason: "503" },
      ],
    });
    expect(world.effects()).toHaveLength(0);
    expect(await world.used()).toBe(0);
  }),
  verifies(
    "router.breaker",
    "a provider that fails five times is passed over for half a minute",
    async (world) => {
      world.sandbox.faults.set("asaas", { down: true });
      const session = await world.session();
      for (let call = 0; call < 5; call++) await session.execute(pix);
      world.sandbox.faults.clear();
      expect((await session.execute(pix)).provider).toBe("mercadopago");
      expect(world.effects("asaas")).toHaveLength(0);
      await world.sandbox.clock.advance("30s");
      expect((await session.execute(pix)).provider).toBe("asaas");
    },
  ),
  verifies("router.document", "a payment is looked up where it was made", async (world) => {
    const session = await world.session();
    const { payment_id } = await pay(session, { ...pix.arguments, provider: "mercadopago" });
    await world.sandbox.payments.confirm(payment_id);
    const refund = { name: "codespar_pay", arguments: { action: "refund", payment_id } } as const;
    expect(await session.execute(refund)).toMatchObject({ success: true, provider: "mercadopago" });
    const without = await world.codespar.sessions.create({ servers: ["asaas"] });
    await expect(without.execute(refund)).rejects.toMatchObject({
      code: "server_not_in_session",
      server: "mercadopago",
    });
  }),
  verifies(
    ["fallback.before", "fallback.visible"],
    "a provider that is down is replaced, for all to see",
    async (world) => {
      world.sandbox.faults.set("asaas", { down: true });
      const session = await world.session();
      const routed = [];
      const stream = session.sendStream(pix);
      for await (const event of stream) if (event.type === "tool_call.routed") routed.push(event.data);
      expect(routed).toMatchObject([
        { provider: "asaas", attempt: 1 },
        { provider: "mercadopago", attempt: 2, reason: expect.stringContaining("asaas") },
      ]);
      const { provider, tool_call_id } = await stream.result();
      expect(provider).toBe("mercadopago");
      const call = await world.codespar.toolCalls.get(tool_call_id);
      expect(call.attempts.at(-1)).toMatchObject({ provider: "mercadopago", outcome: "succeeded" });
      expect(world.effects()).toHaveLength(1);
      expect(await world.used()).toBe(1);
    },
  ),
  verifies("fallback.visible", "who was asked is in the events of an execute, too", async (world) => {
    world.sandbox.faults.set("asaas", { down: true });
    const session = await world.session();
    const { tool_call_id } = await session.execute(pix);
    const events = [];
    for await (const event of world.codespar.toolCalls.events(tool_call_id)) events.push(event);
    expect(events).toMatchObject([
      { type: "tool_call.started" },
      { type: "tool_call.routed", data: { provider: "asaas", attempt: 1 } },
      {
        type: "tool_call.routed",
        data: { provider: "mercadopago", attempt: 2, reason: "fallback: asaas down" },
      },
      { type: "tool_call.completed" },
    ]);
    const rest = [];
    for await (const event of world.codespar.toolCalls.events(tool_call_id, { lastEventId: 2 }))
      rest.push(event);
    expect(rest).toEqual(events.slice(2));
  }),
  verifies("fallback.refusal", "a refusal is final", async (world) => {
    const session = await world.codespar.sessions.create({ servers: ["stripe", "pagarme", "mercadopago"] });
    const result = await session.execute(card);
    expect([result.provider, refuse(result).code]).toEqual(["stripe", "card_declined"]);
    expect(world.sandbox.calls.every(({ provider }) => provider === "stripe")).toBe(true);
  }),
  verifies(
    ["fallback.after", "fallback.found"],
    "a response that was lost is found, at the same provider",
    async (world) => {
      for (const [server, call] of [
        ["asaas", pix],
        ["z-api", whatsapp],
      ] as const) {
        world.sandbox.faults.set(server, { commitThenTimeout: true, times: 1 });
        const result = await (await world.session()).execute(call);
        expect(result).toMatchObject({ success: true, provider: server });
        expect(world.effects(server)).toHaveLength(1);
      }
      expect(world.effects()).toHaveLength(2);
      expect(await world.used()).toBe(2);
    },
  ),
  verifies("fallback.found", "one that needs a second look at the provider as well", async (world) => {
    for (const [server, call] of [
      ["asaas", pix],
      ["inter", { name: "codespar_pay", arguments: { method: "boleto", amount: 5000, currency: "BRL" } }],
      ["transbank", { name: "codespar_pay", arguments: { method: "webpay", amount: 5000, currency: "CLP" } }],
      ["plugnotas", nfe],
    ] as const) {
      world.sandbox.faults.set(server, { commitThenTimeout: true });
      const session = await world.codespar.sessions.create({ servers: [server] });
      expect(await session.execute(call)).toMatchObject({ success: true, provider: server });
      expect(world.effects(server)).toHaveLength(1);
    }
  }),
  verifies("fallback.never", "what the provider never got is free, and so is its key", async (world) => {
    world.sandbox.faults.set("asaas", { timeoutBeforeCommit: true, times: 1 });
    const session = await world.codespar.sessions.create({ servers: ["asaas"] });
    await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "provider_unavailable" });
    expect([world.effects().length, await world.used()]).toEqual([0, 0]);
    expect(await session.execute(pix, key)).toMatchObject({ success: true, replayed: false });
    expect(world.effects()).toHaveLength(1);
  }),
  verifies(
    ["fallback.unknown", "fallback.settled"],
    "an unknown outcome is reported, and settled by a repetition",
    async (world) => {
      world.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
      const session = await world.session();
      const error = await session.execute(pix, key).catch((error: unknown) => error);
      expect(error).toMatchObject({
        code: "outcome_unknown",
        status: 504,
        retryable: true,
        idempotency_key: "order-42",
      });
      expect((await world.codespar.toolCalls.list({ status: "unknown" })).data).toHaveLength(1);
      await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "outcome_unknown" });
      world.sandbox.faults.clear();
      expect(await session.execute(pix, key)).toMatchObject({
        success: true,
        provider: "asaas",
        replayed: true,
      });
      expect(world.effects()).toHaveLength(1);
      expect(await world.used()).toBe(1);
    },
  ),
  verifies(
    "fallback.settled",
    "an unknown outcome is settled by reconcile, and to nothing",
    async (world) => {
      world.sandbox.faults.set("asaas", { timeoutBeforeCommit: true, forget: true });
      const session = await world.codespar.sessions.create({ servers: ["asaas"] });
      await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "outcome_unknown" });
      expect(await world.used()).toBe(1);
      expect((await world.codespar.toolCalls.reconcile("order-42")).status).toBe("unknown");
      world.sandbox.faults.clear();
      expect((await world.codespar.toolCalls.reconcile("order-42")).status).toBe("failed");
      expect([world.effects().length, await world.used()]).toEqual([0, 0]);
      await expect(world.codespar.toolCalls.reconcile("order-43")).rejects.toMatchObject({
        code: "not_found",
      });
    },
  ),
  verifies(
    "fallback.settled",
    "an unknown outcome that no provider settles is resolved by a person, once",
    async (world) => {
      world.sandbox.faults.set("asaas", { timeoutBeforeCommit: true, forget: true });
      const session = await world.codespar.sessions.create({ servers: ["asaas"] });
      await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "outcome_unknown" });
      const { data } = await world.codespar.toolCalls.list();
      const id = data[0]?.id ?? "";
      const found = { outcome: "failed", by: "Ana", evidence: "no such payment in the account" } as const;
      const call = await world.codespar.toolCalls.resolve(id, found);
      expect(call).toMatchObject({ status: "failed", resolution: found });
      expect(await world.used()).toBe(0);
      const again = world.codespar.toolCalls.resolve(id, { ...found, outcome: "succeeded" });
      await expect(again).rejects.toMatchObject({ code: "invalid_request" });
      world.sandbox.faults.clear();
      expect((await session.execute(pix, key)).success).toBe(true);
    },
  ),
  verifies("fallback.settled", "an unknown outcome settles by itself as time passes", async (world) => {
    world.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    const session = await world.session();
    await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "outcome_unknown" });
    world.sandbox.faults.clear();
    await world.sandbox.clock.advance("5m");
    const { data } = await world.codespar.toolCalls.list({ idempotency_key: "order-42" });
    expect(data).toMatchObject([{ status: "succeeded", provider: "asaas", billed: true }]);
    expect(world.effects()).toHaveLength(1);
  }),
  verifies("fallback.quote", "a quote goes on without a carrier that is down", async (world) => {
    const session = await world.session();
    const quote = { name: "codespar_ship", arguments: { action: "quote", ...parcel } } as const;
    const all = succeed(await session.execute(quote)).quotes ?? [];
    world.sandbox.faults.set("correios", { down: true });
    const fewer = succeed(await session.execute(quote)).quotes ?? [];
    expect(fewer.length).toBeGreaterThan(0);
    expect(fewer.length).toBeLessThan(all.length);
    world.sandbox.faults.set("melhor-envio", { down: true });
    await expect(session.execute(quote)).rejects.toMatchObject({ code: "provider_unavailable" });
  }),
];
