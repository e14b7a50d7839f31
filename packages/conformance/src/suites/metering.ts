import { type Provider, ProviderUnavailable } from "@codespar/backend/ports";
import { expect } from "vitest";
import { pix, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import { countedBefore } from "../counted-before.ts";
import type { World } from "../world.ts";

/** A provider that refuses once it is told to. */
function refusesLater() {
  let refuse = () => {};
  const told = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  const provider: Provider = {
    id: "z-api",
    tools: [],
    async execute() {
      await told;
      throw new ProviderUnavailable("down");
    },
    find: async () => ({ status: "never" }),
  };
  return { provider, refuse };
}

let later = refusesLater();

const warning = (world: World) =>
  world.wire("GET", "/v1/servers/asaas").then(({ headers }) => headers["x-codespar-quota-warning"]);

export const meteringCases = [
  verifies("metering.counts", "successes, refusals, discoveries and queued calls count", async (world) => {
    const session = await world.session();
    const { sandbox } = world;
    await session.execute(pix);
    await session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
    const refund = { name: "codespar_pay", arguments: { action: "refund", payment_id: "" } } as const;
    const { data } = await session.execute(pix);
    const payment_id = data?.payment_id ?? "";
    expect(
      (await session.execute({ ...refund, arguments: { ...refund.arguments, payment_id } })).success,
    ).toBe(false);
    await world.codespar.toolCalls.wait((await session.send(whatsapp)).tool_call_id);
    expect(await world.used()).toBe(5);
    sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true });
    await expect(session.execute(pix)).rejects.toMatchObject({ code: "outcome_unknown" });
    expect(await world.used()).toBe(6);
  }),
  verifies("metering.free", "what is refused, unavailable, replayed or only read is free", async (world) => {
    const session = await world.session();
    await session.execute(pix, { idempotencyKey: "a" });
    await session.execute(pix, { idempotencyKey: "a" });
    await expect(session.execute({ name: "no_such_tool", arguments: {} })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      session.execute({ ...pix, arguments: { ...pix.arguments, amount: 0 } }),
    ).rejects.toMatchObject({ status: 400 });
    await session.tools();
    await session.connections();
    for await (const _ of world.codespar.toolCalls.list());
    world.sandbox.faults.set("asaas", { down: true });
    world.sandbox.faults.set("mercadopago", { down: true });
    await expect(session.execute(pix)).rejects.toMatchObject({ status: 503 });
    expect(await world.used()).toBe(1);
  }),
  verifies(
    "metering.given_back",
    "a queued call that nobody took is given back",
    () => {
      later = refusesLater();
      return { providers: [later.provider] };
    },
    async (world) => {
      const session = await world.codespar.sessions.create({ servers: ["z-api"] });
      const queued = await session.send(whatsapp);
      expect(await world.used()).toBe(1);
      later.refuse();
      const call = await world.codespar.toolCalls.wait(queued.tool_call_id);
      expect(call).toMatchObject({
        status: "failed",
        billed: false,
        error: { code: "provider_unavailable" },
      });
      expect(await world.used()).toBe(0);
    },
  ),
  verifies(
    "quota.warning",
    "from 18,000 of hobby's 20,000 calls on, there is a warning",
    { plan: "hobby", wrapStore: countedBefore(17_995) },
    async (world) => {
      const session = await world.session();
      for (let call = 0; call < 4; call++) await session.execute(whatsapp);
      expect(await warning(world)).toBeUndefined();
      await session.execute(whatsapp);
      expect(await warning(world)).toBe("You have used 18,000 of 20,000 tool calls this period.");
      const refused = await world.wire("POST", "/v1/sessions", { body: {} });
      expect(refused.headers["x-codespar-quota-warning"]).toBeDefined();
      const unknown = await world.wire("GET", "/v1/usage", {
        headers: { authorization: "Bearer csk_test_x" },
      });
      expect(unknown.headers["x-codespar-quota-warning"]).toBeUndefined();
    },
  ),
  verifies(
    ["quota.exceeded", "quota.parallel", "quota.month"],
    "hobby's quota is exact, refuses executions alone, and is renewed",
    { plan: "hobby", wrapStore: countedBefore(19_989) },
    async (world) => {
      const session = await world.session();
      await session.execute(pix, { idempotencyKey: "kept" });
      const last = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) =>
          index % 2 === 0 ? session.execute(pix) : session.send(pix),
        ),
      );
      const taken = last.filter((outcome) => outcome.status === "fulfilled");
      expect(taken).toHaveLength(10);
      for (const { value } of taken) await world.codespar.toolCalls.wait(value.tool_call_id);
      expect(await world.used()).toBe(20_000);
      const effects = world.effects().length;
      const response = await world.wire("POST", `/v1/sessions/${session.id}/execute`, { body: pix });
      expect(response.status).toBe(429);
      expect(response.body).toMatchObject({
        error: "quota_exceeded",
        message: "Monthly tool call quota exceeded. Upgrade your plan or wait for the next billing cycle.",
        quota: 20_000,
        used: 20_000,
        resets_at: "2026-12-01T00:00:00Z",
        upgrade_url: "https://codespar.dev/dashboard/billing",
        retryable: false,
      });
      await expect(session.send(pix)).rejects.toMatchObject({ code: "quota_exceeded" });
      expect((await session.execute(pix, { idempotencyKey: "kept" })).replayed).toBe(true);
      expect((await world.session()).status).toBe("active");
      expect((await world.codespar.usage.get({ limit: 1 })).percentage).toBe(100);
      expect(world.effects()).toHaveLength(effects);
      await world.sandbox.clock.advance("10d");
      expect(await warning(world)).toBeUndefined();
      expect((await (await world.session()).execute(pix)).success).toBe(true);
      expect(await world.used()).toBe(1);
    },
  ),
  verifies(
    ["rate_limit.headers", "rate_limit.refused"],
    "hobby's 60 requests a minute are counted and refused",
    { plan: "hobby", rateLimit: true },
    async (world) => {
      const first = await world.wire("GET", "/v1/servers/asaas");
      expect(first.headers).toMatchObject({
        "ratelimit-limit": "60",
        "ratelimit-remaining": "59",
        "ratelimit-reset": "1",
      });
      const responses = await Promise.all(
        Array.from({ length: 60 }, () => world.wire("GET", "/v1/servers/asaas")),
      );
      const refused = responses.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(1);
      expect(refused[0]?.body).toMatchObject({ error: "rate_limited", retryable: true });
      expect(refused[0]?.headers).toMatchObject({ "retry-after": "1", "ratelimit-remaining": "0" });
      expect((await world.wire("GET", "/health", { headers: { authorization: undefined } })).status).toBe(
        200,
      );
      await world.sandbox.clock.advance("1s");
      expect((await world.wire("GET", "/v1/servers/asaas")).status).toBe(200);
    },
  ),
];
