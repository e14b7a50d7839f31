import type { Fault } from "@codespar/sandbox";
import { OutcomeUnknownError } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { listEffects, moneyWorld, pixCall, rejection } from "./money-world.ts";

const key = { idempotencyKey: "order-1" };
const tool = "asaas_create_payment";
const lost: Fault = { commitThenTimeout: true, tool };

async function setup(fault: Fault) {
  const world = moneyWorld();
  world.sandbox.faults.set("asaas", fault);
  const session = await world.codespar.sessions.create({ servers: ["asaas", "mercadopago"] });
  return { ...world, session };
}

describe("an outcome that was lost", () => {
  it("is found at the provider that did it, and nobody else is asked", async () => {
    const { session, sandbox, codespar } = await setup(lost);
    const result = await session.execute(pixCall(5000), key);
    expect(result).toMatchObject({ success: true, provider: "asaas", replayed: false });
    expect(listEffects(sandbox).map(({ provider }) => provider)).toEqual(["asaas"]);
    expect((await codespar.usage.get()).used).toBe(1);
  });

  it("that never happened is a failure that says so, not billed, and may be tried again", async () => {
    const { session, sandbox, codespar } = await setup({ timeoutBeforeCommit: true, tool, times: 1 });
    const error = await rejection(session.execute(pixCall(5000), key));
    expect(error).toMatchObject({ code: "provider_unavailable", retryable: true });
    expect(String(error)).toMatch(/Nothing was done/);
    expect(listEffects(sandbox)).toEqual([]);
    expect((await codespar.usage.get()).used).toBe(0);
    expect((await session.execute(pixCall(5000), key)).success).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("nobody can tell is neither: the error has key and call, and reconcile settles it", async () => {
    const { session, sandbox, codespar } = await setup({ ...lost, forget: true });
    const error = await rejection(session.execute(pixCall(5000), key));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ code: "outcome_unknown", status: 504, idempotency_key: "order-1" });
    const still = await codespar.toolCalls.reconcile("order-1");
    expect(still).toMatchObject({ status: "unknown", billed: true });
    expect((error as OutcomeUnknownError).tool_call_id).toBe(still.id);
    sandbox.faults.clear();
    expect(await codespar.toolCalls.reconcile("order-1")).toMatchObject({
      id: still.id,
      status: "succeeded",
    });
    expect((await session.execute(pixCall(5000), key)).replayed).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
    expect((await codespar.usage.get()).used).toBe(1);
  });

  it("is found out by repeating the call too, a hundred times at once", async () => {
    const { session, sandbox } = await setup({ ...lost, forget: true });
    await rejection(session.execute(pixCall(5000), key));
    sandbox.faults.clear();
    const repeats = await Promise.all(Array.from({ length: 100 }, () => session.execute(pixCall(5000), key)));
    expect(repeats.every(({ success, replayed }) => success && replayed)).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("is found out by the backend itself, at intervals that grow", async () => {
    const { session, sandbox, codespar } = await setup({ ...lost, forget: true });
    await rejection(session.execute(pixCall(5000), key));
    await sandbox.clock.advance("30m");
    const [call] = (await codespar.toolCalls.list({ idempotency_key: "order-1" })).data;
    expect(call?.status).toBe("unknown");
    sandbox.faults.clear();
    await sandbox.clock.advance("1h");
    expect((await codespar.toolCalls.get(call?.id ?? "")).status).toBe("succeeded");
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("outlives the key's day for as long as it is unknown", async () => {
    const { session, sandbox, codespar } = await setup({ ...lost, forget: true });
    await rejection(session.execute(pixCall(5000), key));
    await sandbox.clock.advance("25h");
    const later = await codespar.sessions.create({ servers: ["asaas"] });
    expect(await rejection(later.execute(pixCall(5000), key))).toBeInstanceOf(OutcomeUnknownError);
    sandbox.faults.clear();
    expect(await later.execute(pixCall(5000), key)).toMatchObject({ success: true, replayed: true });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("is waited for by send and its stream", async () => {
    const { session, sandbox, codespar } = await setup({ ...lost, forget: true });
    const queued = await session.send(pixCall(5000), key);
    expect((await codespar.toolCalls.wait(queued.tool_call_id)).status).toBe("unknown");
    sandbox.faults.clear();
    const result = await session.sendStream(pixCall(5000), key).result();
    expect(result).toMatchObject({ success: true, tool_call_id: queued.tool_call_id });
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("of a read goes to the next provider or says that it is down", async () => {
    const { session, sandbox } = await setup({});
    const { data } = await session.execute(pixCall(5000), key);
    sandbox.faults.set("asaas", { timeoutBeforeCommit: true });
    const get = {
      name: "codespar_pay",
      arguments: { action: "get", payment_id: data?.payment_id ?? "" },
    } as const;
    expect(await rejection(session.execute(get))).toMatchObject({ code: "provider_unavailable" });
  });

  it("is not made a refusal by what the effect itself has changed", async () => {
    const { session, sandbox } = await setup({});
    const { data } = await session.execute(pixCall(5000), key);
    const payment_id = data?.payment_id ?? "";
    await sandbox.payments.confirm(payment_id);
    sandbox.faults.set("asaas", { commitThenTimeout: true, times: 1, tool: "asaas_refund_payment" });
    const refund = { name: "codespar_pay", arguments: { action: "refund", payment_id } } as const;
    expect(await session.execute(refund)).toMatchObject({ success: true, data: { status: "refunded" } });
    expect(listEffects(sandbox).filter((call) => call.tool === "asaas_refund_payment")).toHaveLength(1);
  });
});

describe("a provider that hangs", () => {
  it("ends as unknown after its time-out, also when it cannot be asked either", async () => {
    const never = new Promise<never>(() => {});
    const world = moneyWorld({
      providerTimeoutMs: 40,
      providers: [{ id: "z-api", tools: [], execute: () => never, find: () => never }],
    });
    const session = await world.codespar.sessions.create({ servers: ["z-api"] });
    const notify = {
      name: "codespar_notify",
      arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
    } as const;
    expect(await rejection(session.execute(notify, key))).toBeInstanceOf(OutcomeUnknownError);
  });
});
