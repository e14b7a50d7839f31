import { ApprovalRequiredError, ConflictError, type LoopStep, memoryJournal } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { listEffects, moneyWorld, pixCall, rejection } from "./money-world.ts";

const key = { idempotencyKey: "order-1/pay" };
const tool = "asaas_create_payment";

async function setup(policy = {}) {
  const world = moneyWorld();
  const session = await world.codespar.sessions.create({ servers: ["asaas", "mercadopago"], policy });
  const effects = () => listEffects(world.sandbox).length;
  const used = async () => (await world.codespar.usage.get({ tool_calls: false })).used;
  return { ...world, session, effects, used };
}

type Setup = Awaited<ReturnType<typeof setup>>;

/** Every way to make a call under the key; what it ends with. */
const verbs: Record<string, (world: Setup, amount: number) => Promise<unknown>> = {
  execute: ({ session }, amount) => rejection(session.execute(pixCall(amount), key)),
  send: ({ session }, amount) => rejection(session.send(pixCall(amount), key)),
  sendStream: ({ session }, amount) => rejection(session.sendStream(pixCall(amount), key).result()),
  "a loop's step": async ({ session }, amount) => {
    const { status, steps } = await session.loop({
      id: "order-1",
      steps: [{ id: "pay", ...pixCall(amount) }],
    });
    expect(status).toBe("failed");
    return steps[0]?.error;
  },
};

describe.each(Object.entries(verbs))("%s", (_name, call) => {
  it("refuses a key that belongs to another call, and says what to do", async () => {
    const world = await setup();
    await world.session.execute(pixCall(5000), key);
    const error = await call(world, 5001);
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({ code: "idempotency_conflict", status: 409, retryable: false });
    expect(String(error)).toMatch(/Use a new key for a new call/);
    expect([world.effects(), await world.used()]).toEqual([1, 1]);
  });

  it("refuses it too while nobody knows what became of the first, and asks no provider", async () => {
    const world = await setup();
    world.sandbox.faults.set("asaas", { commitThenTimeout: true, forget: true, tool });
    await rejection(world.session.execute(pixCall(5000), key));
    world.sandbox.faults.clear();
    expect(await call(world, 5001)).toMatchObject({ code: "idempotency_conflict" });
    const [first] = (await world.codespar.toolCalls.list({ idempotency_key: key.idempotencyKey })).data;
    expect(first?.status).toBe("unknown");
    expect(world.effects()).toBe(1);
  });

  it("refuses it too while the first is under way", async () => {
    const world = await setup();
    world.sandbox.faults.set("asaas", { slowMs: 30, tool });
    const first = world.session.execute(pixCall(5000), key);
    expect(await call(world, 5001)).toMatchObject({ code: "idempotency_conflict" });
    expect((await first).success).toBe(true);
    expect(world.effects()).toBe(1);
  });

  it("asks again for an approval whose arguments changed, and refuses them once it was used", async () => {
    const world = await setup({ require_approval: { above: { BRL: 1000 } } });
    const { codespar, session } = world;
    const asked = await rejection(session.execute(pixCall(5000), key));
    if (!(asked instanceof ApprovalRequiredError)) throw asked;
    await codespar.approvals.approve(asked.approval_id, { by: "ana" });
    const changed = await call(world, 5001);
    if (!(changed instanceof ApprovalRequiredError)) throw changed;
    expect(changed.approval_id).not.toBe(asked.approval_id);
    expect(changed.message).toMatch(/approv.*same (idempotency )?key/);
    expect([world.effects(), await world.used()]).toEqual([0, 0]);
    expect((await session.execute(pixCall(5000), key)).success).toBe(true);
    expect(await call(world, 5001)).toBeInstanceOf(ConflictError);
    expect(world.effects()).toBe(1);
  });
});

describe("a loop's step that has to be approved", () => {
  it("fails, and is done once with the approved arguments when the loop is run again", async () => {
    const { session, codespar, effects } = await setup({ require_approval: { above: { BRL: 1000 } } });
    const journal = memoryJournal();
    let amount = 5000;
    const steps: LoopStep[] = [
      { id: "pay", name: "codespar_pay", arguments: () => pixCall(amount++).arguments },
    ];
    const stopped = await session.loop({ id: "order-1", journal, steps });
    const error = stopped.steps[0]?.error;
    if (!(error instanceof ApprovalRequiredError)) throw error;
    await codespar.approvals.approve(error.approval_id, { by: "ana" });
    const done = await session.loop({ id: "order-1", journal, steps });
    expect(done).toMatchObject({ status: "completed", results: [{ data: { amount: 5000 } }] });
    expect(effects()).toBe(1);
  });
});
