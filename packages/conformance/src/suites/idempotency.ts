import { expect } from "vitest";
import { pix, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

const key = { idempotencyKey: "order-42" };

export const idempotencyCases = [
  verifies("idempotency.replay", "a repeated key returns the first result", async (world) => {
    const session = await world.session();
    const first = await session.execute(pix, key);
    await world.sandbox.clock.advance("1h");
    const again = await session
      .execute(pix, key)
      .catch(async () => (await world.session()).execute(pix, key));
    expect(again).toEqual({ ...first, replayed: true });
    const { headers } = await (await world.session()).execute(pix, key).withResponse();
    expect(headers["idempotency-replayed"]).toBe("true");
    expect(world.effects()).toHaveLength(1);
    expect(await world.used()).toBe(1);
  }),
  verifies("idempotency.conflict", "a key with another call is refused", async (world) => {
    const session = await world.session("brazilian");
    await session.execute(pix, key);
    const other = { ...pix, arguments: { ...pix.arguments, amount: 5001 } };
    const error = await session.execute(other, key).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "idempotency_conflict", status: 409, retryable: false });
    expect(JSON.stringify(error)).not.toMatch(/tc_|5000|asaas/);
    await expect(session.execute(whatsapp, key)).rejects.toMatchObject({ code: "idempotency_conflict" });
    expect(world.effects()).toHaveLength(1);
    expect(await world.used()).toBe(1);
  }),
  verifies("idempotency.canonical", "argument names may come in any order", async (world) => {
    const session = await world.session();
    const customer = { name: "Ana", document: "11144477735" };
    const first = await session.execute({ ...pix, arguments: { ...pix.arguments, customer } }, key);
    const again = await session.execute(
      {
        ...pix,
        arguments: {
          customer: { document: customer.document, name: "Ana" },
          currency: "BRL",
          amount: 5000,
          method: "pix",
        },
      },
      key,
    );
    expect(again).toEqual({ ...first, replayed: true });
  }),
  verifies("idempotency.verbs", "send and execute share their keys, over sessions", async (world) => {
    const queued = await (await world.session()).send(pix, key);
    const result = await (await world.session()).execute(pix, key);
    expect([result.tool_call_id, result.replayed]).toEqual([queued.tool_call_id, true]);
    const stream = await (await world.session("all")).sendStream(pix, key).result();
    expect([stream.tool_call_id, stream.replayed]).toEqual([queued.tool_call_id, true]);
    const again = await (await world.session()).send(pix, key).withResponse();
    expect(again.data.tool_call_id).toBe(queued.tool_call_id);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(world.effects()).toHaveLength(1);
    expect(await world.used()).toBe(1);
  }),
  verifies("idempotency.tenants", "another tenant's or user's call is another call", async (world) => {
    const { sessions } = world.codespar;
    const preset = "brazilian";
    await (await sessions.create({ preset, metadata: { tenant_id: "a" } })).execute(pix, key);
    const others = [{ metadata: { tenant_id: "b" } }, {}, { metadata: { tenant_id: "a" }, user_id: "u" }];
    for (const other of others) {
      const session = await sessions.create({ preset, ...other });
      await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "idempotency_conflict" });
    }
    const same = await sessions.create({ preset, metadata: { tenant_id: "a", order: "7" } });
    expect((await same.execute(pix, key)).replayed).toBe(true);
  }),
  verifies("idempotency.waiting", "a second call waits for the first", async (world) => {
    world.sandbox.faults.set("asaas", { slowMs: 60 });
    const session = await world.session();
    const [first, second] = await Promise.all([session.execute(pix, key), session.execute(pix, key)]);
    expect(second.tool_call_id).toBe(first.tool_call_id);
    expect([first.replayed, second.replayed].sort()).toEqual([false, true]);
    expect(world.effects()).toHaveLength(1);
  }),
  verifies("idempotency.parallel", "fifty calls at once with one key do one thing", async (world) => {
    const session = await world.session();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        index % 2 === 0 ? session.execute(pix, key) : session.sendStream(pix, key).result(),
      ),
    );
    expect(new Set(results.map(({ tool_call_id }) => tool_call_id)).size).toBe(1);
    expect(results.every(({ success }) => success)).toBe(true);
    expect(world.effects()).toHaveLength(1);
    expect(await world.used()).toBe(1);
  }),
  verifies("idempotency.forgotten", "a key is free again after a day", async (world) => {
    const first = await (await world.session()).execute(pix, key);
    await world.sandbox.clock.advance(86_400_000 - 1000);
    expect((await (await world.session()).execute(pix, key)).replayed).toBe(true);
    await world.sandbox.clock.advance("2s");
    const again = await (await world.session()).execute(
      { ...pix, arguments: { ...pix.arguments, amount: 700 } },
      key,
    );
    expect(again.replayed).toBe(false);
    expect(again.tool_call_id).not.toBe(first.tool_call_id);
    expect(world.effects()).toHaveLength(2);
  }),
  verifies(
    ["idempotency.replay", "idempotency.forgotten"],
    "a call repeated after 23 hours is the same one, after 25 hours another",
    async (world) => {
      const calls = [
        async () => (await world.session()).execute(pix, key),
        async () => (await world.session()).sendStream(pix, key).result(),
        async () => {
          const { tool_call_id } = await (await world.session()).send(pix, key);
          return world.codespar.toolCalls.wait(tool_call_id);
        },
        async () => {
          const loop = { id: "order-7", steps: [{ id: "pay", ...pix }] };
          return (await (await world.session()).loop(loop)).status;
        },
      ];
      const first = await (await world.session()).execute(pix, key);
      await (await world.session()).execute(pix, { idempotencyKey: "order-7/pay" });
      await world.sandbox.clock.advance("23h");
      const responses = await Promise.all(calls.map((call) => call()));
      expect(responses).toMatchObject([
        { ...first, replayed: true },
        { ...first, replayed: true },
        { id: first.tool_call_id, status: "succeeded" },
        "completed",
      ]);
      expect([world.effects().length, await world.used()]).toEqual([2, 2]);
      await world.sandbox.clock.advance("2h");
      // ask before when not sure: the log outlives the key
      const known = await world.codespar.toolCalls.reconcile(key.idempotencyKey);
      expect(known).toMatchObject({ id: first.tool_call_id, status: "succeeded" });
      const again = await (await world.session()).execute(pix, key);
      expect(again).toMatchObject({ success: true, replayed: false });
      expect(again.tool_call_id).not.toBe(first.tool_call_id);
      expect([world.effects().length, await world.used()]).toEqual([3, 3]);
    },
  ),
  verifies("idempotency.failed", "a call that nobody took leaves its key free", async (world) => {
    world.sandbox.faults.set("asaas", { down: true });
    const session = await world.codespar.sessions.create({ servers: ["asaas"] });
    await expect(session.execute(pix, key)).rejects.toMatchObject({ code: "provider_unavailable" });
    await expect(
      session.execute({ ...pix, arguments: { ...pix.arguments, amount: -1 } }, key),
    ).rejects.toMatchObject({
      code: "invalid_arguments",
    });
    world.sandbox.faults.clear();
    expect(await session.execute(pix, key)).toMatchObject({ success: true, replayed: false });
    expect(world.effects()).toHaveLength(1);
  }),
  verifies(
    "idempotency.outlives",
    "a stored response outlives its session and the rate limit",
    { plan: "hobby", rateLimit: true },
    async (world) => {
      const session = await world.session();
      const first = await session.execute(pix, key);
      await session.close();
      for (let index = 0; index < 70; index++) await world.codespar.servers.get("asaas").catch(() => {});
      await expect(world.codespar.servers.get("asaas")).rejects.toMatchObject({ code: "rate_limited" });
      expect(await session.execute(pix, key)).toEqual({ ...first, replayed: true });
      await world.sandbox.clock.advance("2h");
      expect(await session.execute(pix, key)).toEqual({ ...first, replayed: true });
    },
  ),
  verifies("idempotency.key_form", "a key that cannot be is refused by field", async (world) => {
    const session = await world.session();
    const path = `/v1/sessions/${session.id}/execute`;
    for (const bad of ["with space", "x".repeat(256)]) {
      const response = await world.wire("POST", path, { body: pix, headers: { "idempotency-key": bad } });
      expect(response.body).toMatchObject({
        error: "invalid_request",
        issues: [{ path: "Idempotency-Key" }],
      });
    }
    const without = [
      await world.wire("POST", path, { body: pix }),
      await world.wire("POST", path, { body: pix }),
    ];
    expect(without.map(({ status }) => status)).toEqual([200, 200]);
    expect(world.effects()).toHaveLength(2);
    expect(succeed(await session.execute(pix, { idempotencyKey: "~".repeat(255) })).amount).toBe(5000);
  }),
];
