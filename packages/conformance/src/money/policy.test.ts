import { describe, expect, it } from "vitest";
import { listEffects, moneyWorld, pixCall, rejection } from "./money-world.ts";

const card = { method: "credit_card", currency: "BRL", card_token: "tok_visa" } as const;

describe("policy", () => {
  it("refuses a call above max_amount_per_call and lets the limit itself pass", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_call: { BRL: 5000 } };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    expect(await rejection(session.execute(pixCall(5001)))).toMatchObject({
      code: "policy_denied",
      status: 403,
      rule: "max_amount_per_call",
      limit: 5000,
      currency: "BRL",
      retryable: false,
    });
    expect((await session.execute(pixCall(5000))).success).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
    expect((await codespar.usage.get()).used).toBe(1);
  });

  it("refuses a currency that a limit does not name", async () => {
    const { codespar } = moneyWorld();
    const policy = { max_amount_per_session: { BRL: 5000 } };
    const session = await codespar.sessions.create({ servers: ["stripe"], policy });
    const call = { name: "codespar_pay", arguments: { ...card, amount: 100, currency: "USD" } } as const;
    expect(await rejection(session.execute(call))).toMatchObject({
      code: "policy_denied",
      rule: "max_amount_per_session",
    });
  });

  it("refuses a call whose amount it cannot know, but reads and cancellations pass", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_call: { BRL: 5000 } };
    const session = await codespar.sessions.create({ servers: ["stripe", "asaas"], policy });
    const native = { name: "stripe_create_payment_intent", arguments: { amount: 50, currency: "brl" } };
    expect(await rejection(session.execute(native))).toMatchObject({ code: "policy_denied" });
    const { data } = await session.execute(pixCall(5000));
    const payment_id = data?.payment_id ?? "";
    expect(
      (await session.execute({ name: "codespar_pay", arguments: { action: "get", payment_id } })).success,
    ).toBe(true);
    expect(
      (await session.execute({ name: "codespar_pay", arguments: { action: "cancel", payment_id } })).success,
    ).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(2);
  });

  it("counts a refund that names no amount as what was paid", async () => {
    const { sandbox, codespar } = moneyWorld();
    const open = await codespar.sessions.create({ servers: ["asaas"] });
    const { data } = await open.execute(pixCall(5000));
    const payment_id = data?.payment_id ?? "";
    await sandbox.payments.confirm(payment_id);
    const refund = { name: "codespar_pay", arguments: { action: "refund", payment_id } } as const;
    const tight = await codespar.sessions.create({
      servers: ["asaas"],
      policy: { max_amount_per_call: { BRL: 4999 } },
    });
    expect(await rejection(tight.execute(refund))).toMatchObject({
      rule: "max_amount_per_call",
      limit: 4999,
    });
    const wide = await codespar.sessions.create({
      servers: ["asaas"],
      policy: { max_amount_per_call: { BRL: 5000 } },
    });
    expect((await wide.execute(refund)).success).toBe(true);
  });

  it("counts it so after the payment was read and given back in part as well", async () => {
    const { sandbox, codespar } = moneyWorld();
    const open = await codespar.sessions.create({ servers: ["asaas"] });
    const { data } = await open.execute(pixCall(5000));
    const payment_id = data?.payment_id ?? "";
    await sandbox.payments.confirm(payment_id);
    const pay = (args: { action: "get" | "refund"; amount?: number }) =>
      ({ name: "codespar_pay", arguments: { ...args, payment_id } }) as const;
    await open.execute(pay({ action: "get" }));
    await open.execute(pay({ action: "refund", amount: 1000 }));
    const limitedTo = (amount: number) =>
      codespar.sessions.create({ servers: ["asaas"], policy: { max_amount_per_call: { BRL: amount } } });
    const all = pay({ action: "refund" });
    expect(await rejection((await limitedTo(2000)).execute(all))).toMatchObject({ limit: 2000 });
    expect((await (await limitedTo(5000)).execute(all)).success).toBe(true);
  });

  it("counts a refund in the payment's currency, whatever the call says", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_call: { BRL: 1000, CLP: 1_000_000 } };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    const open = await codespar.sessions.create({ servers: ["asaas"] });
    const { data } = await open.execute(pixCall(5000));
    const payment_id = data?.payment_id ?? "";
    await sandbox.payments.confirm(payment_id);
    const refund = (currency?: "BRL" | "CLP") =>
      ({
        name: "codespar_pay",
        arguments: { action: "refund", payment_id, amount: 5000, ...(currency ? { currency } : {}) },
      }) as const;
    for (const currency of ["BRL", undefined] as const) {
      expect(await rejection(session.execute(refund(currency)))).toMatchObject({ limit: 1000 });
    }
    const wrong = {
      code: "invalid_arguments",
      message: expect.stringContaining(`Payment ${payment_id} is in BRL, not CLP. Leave currency out.`),
      issues: [{ path: "arguments.currency" }],
    };
    expect(await rejection(session.execute(refund("CLP")))).toMatchObject(wrong);
    expect(await rejection(open.execute(refund("CLP")))).toMatchObject(wrong);
    expect((await open.execute(refund("BRL"))).success).toBe(true);
  });

  it("holds a capture to the limit of a call and to approvals, and counts its money once", async () => {
    const { codespar } = moneyWorld();
    const held = { ...card, amount: 5000, capture: "manual" } as const;
    const policy = {
      max_amount_per_session: { BRL: 9000 },
      max_amount_per_call: { BRL: 5000 },
    };
    const session = await codespar.sessions.create({ servers: ["stripe"], policy });
    const { data } = await session.execute({ name: "codespar_pay", arguments: held });
    const payment_id = data?.payment_id ?? "";
    const capture = { name: "codespar_pay", arguments: { action: "capture", payment_id } } as const;
    // a session that allows less, and one in which a person has to agree
    const tight = await codespar.sessions.create({
      servers: ["stripe"],
      policy: { max_amount_per_call: { BRL: 4999 } },
    });
    expect(await rejection(tight.execute(capture))).toMatchObject({ rule: "max_amount_per_call" });
    const asking = await codespar.sessions.create({
      servers: ["stripe"],
      policy: { require_approval: { above: { BRL: 4999 } } },
    });
    expect(await rejection(asking.execute(capture))).toMatchObject({ code: "approval_required" });
    // 5000 were counted when they were authorised: capturing them leaves room for 4000 more
    expect((await session.execute(capture)).success).toBe(true);
    const next = { ...card, amount: 4000 } as const;
    expect((await session.execute({ name: "codespar_pay", arguments: next })).success).toBe(true);
    expect(
      await rejection(session.execute({ name: "codespar_pay", arguments: { ...card, amount: 1 } })),
    ).toMatchObject({ rule: "max_amount_per_session" });
  });

  it("lets a hundred calls at once spend no more than max_amount_per_session", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_session: { BRL: 10_500 } };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    const calls = await Promise.allSettled(Array.from({ length: 100 }, () => session.execute(pixCall(1000))));
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(listEffects(sandbox)).toHaveLength(10);
    expect((await codespar.usage.get()).used).toBe(10);
    expect((await session.execute(pixCall(500))).success).toBe(true);
  });

  it("gives back what a refused or failed call had reserved", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_session: { BRL: 1000 } };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    sandbox.faults.set("asaas", { down: true });
    await expect(session.execute(pixCall(1000))).rejects.toMatchObject({ code: "provider_unavailable" });
    sandbox.faults.clear();
    expect((await session.execute(pixCall(1000))).success).toBe(true);
    await expect(session.execute(pixCall(1))).rejects.toMatchObject({ code: "policy_denied" });
  });

  it("keeps the reservation of an unknown call until it is known", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = { max_amount_per_session: { BRL: 1000 } };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    sandbox.faults.set("asaas", { timeoutBeforeCommit: true, forget: true, tool: "asaas_create_payment" });
    const lost = session.execute(pixCall(1000), { idempotencyKey: "lost" });
    await expect(lost).rejects.toMatchObject({ code: "outcome_unknown" });
    sandbox.faults.clear();
    await expect(session.execute(pixCall(1))).rejects.toMatchObject({ code: "policy_denied" });
    expect((await codespar.toolCalls.reconcile("lost")).status).toBe("failed");
    expect((await session.execute(pixCall(1000))).success).toBe(true);
  });

  it("holds max_amount_per_day over sessions of one tenant and user until midnight UTC", async () => {
    const { sandbox, codespar } = moneyWorld({ now: "2026-11-21T23:50:00Z" });
    const policy = { max_amount_per_day: { BRL: 1000 } };
    const open = (tenant_id: string) =>
      codespar.sessions.create({ servers: ["asaas"], policy, metadata: { tenant_id } });
    expect((await (await open("a")).execute(pixCall(700))).success).toBe(true);
    expect(await rejection((await open("a")).execute(pixCall(700)))).toMatchObject({
      rule: "max_amount_per_day",
    });
    expect((await (await open("b")).execute(pixCall(700))).success).toBe(true);
    await sandbox.clock.advance("11m");
    expect((await (await open("a")).execute(pixCall(700))).success).toBe(true);
  });

  it("counts a day over sessions with another rule or with none, by currency (attack 5)", async () => {
    const { codespar } = moneyWorld({ now: "2026-11-21T12:00:00Z" });
    const open = async (policy?: object) =>
      codespar.sessions.create({
        servers: ["asaas"],
        user_id: "ana",
        ...(policy === undefined ? {} : { policy }),
      });
    await (await open()).execute(pixCall(6000));
    await (await open({ max_tool_calls: 5 })).execute(pixCall(3000));
    const limited = await open({ max_amount_per_day: { BRL: 10_000 } });
    expect(await rejection(limited.execute(pixCall(1001)))).toMatchObject({
      rule: "max_amount_per_day",
      limit: 10_000,
    });
    expect((await limited.execute(pixCall(1000))).success).toBe(true);
    // a session without the rule is counted, and never refused by it
    expect((await (await open()).execute(pixCall(5000))).success).toBe(true);
    expect(await rejection(limited.execute(pixCall(500)))).toMatchObject({ rule: "max_amount_per_day" });
  });

  it("counts every call but not its repetitions against max_tool_calls", async () => {
    const { codespar } = moneyWorld();
    const session = await codespar.sessions.create({ servers: ["asaas"], policy: { max_tool_calls: 2 } });
    await session.execute(pixCall(100), { idempotencyKey: "a" });
    await session.execute(pixCall(100), { idempotencyKey: "a" });
    await session.execute({ name: "codespar_discover", arguments: {} });
    expect(await rejection(session.execute(pixCall(100)))).toMatchObject({
      rule: "max_tool_calls",
      limit: 2,
    });
    expect((await session.execute(pixCall(100), { idempotencyKey: "a" })).replayed).toBe(true);
  });

  it("shows and runs allowed tools alone", async () => {
    const { codespar } = moneyWorld();
    const policy = { allowed_tools: ["codespar_discover", "asaas_get_payment"] };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    expect((await session.tools()).map(({ name }) => name)).toEqual(policy.allowed_tools);
    expect(await rejection(session.execute(pixCall(1)))).toMatchObject({
      code: "policy_denied",
      rule: "allowed_tools",
    });
  });

  it("takes pinned arguments out of the schema, and has them win", async () => {
    const { sandbox, codespar } = moneyWorld();
    const policy = {
      pinned_arguments: { codespar_pay: { currency: "BRL", provider: "asaas", amount: 700 } },
    };
    const session = await codespar.sessions.create({ servers: ["mercadopago", "asaas"], policy });
    const [pay] = await session.tools({ q: "codespar_pay" });
    const { properties = {}, required = [] } = pay?.input_schema ?? {};
    expect(Object.keys(properties)).toContain("method");
    for (const name of ["currency", "provider", "amount"]) {
      expect(Object.keys(properties)).not.toContain(name);
      expect(required).not.toContain(name);
    }
    const paid = await session.execute(pixCall(999_999), { idempotencyKey: "k" });
    expect(paid).toMatchObject({ provider: "asaas", data: { amount: 700 } });
    // what is overridden is no other call
    expect((await session.execute(pixCall(3), { idempotencyKey: "k" })).replayed).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
  });
});
