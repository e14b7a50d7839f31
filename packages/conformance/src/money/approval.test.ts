import { ApprovalRequiredError, CodeSpar, PermissionError } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { listEffects, moneyWorld, pixCall, rejection } from "./money-world.ts";

const policy = { require_approval: { above: { BRL: 1000 } } };
const key = { idempotencyKey: "order-1" };

async function setup() {
  const world = moneyWorld();
  const session = await world.codespar.sessions.create({ servers: ["asaas"], policy });
  /** Makes the call, which has to be stopped for approval; the approval's id. */
  async function stopped(amount = 5000, options = key): Promise<string> {
    const error = await rejection(session.execute(pixCall(amount), options));
    if (!(error instanceof ApprovalRequiredError)) throw error;
    return String(error.approval_id);
  }
  return { ...world, session, stopped, approvals: world.codespar.approvals };
}

describe("approval", () => {
  it("stops the call, and says which approval and until when", async () => {
    const { session, sandbox, codespar, approvals } = await setup();
    const error = await rejection(session.execute(pixCall(5000), key));
    expect(error).toBeInstanceOf(ApprovalRequiredError);
    expect(error).toMatchObject({
      code: "approval_required",
      status: 409,
      expires_at: "2026-11-21T13:00:00.000Z",
    });
    const [pending] = (await approvals.list({ status: "pending" })).data;
    expect(pending).toMatchObject({
      status: "pending",
      tool: "codespar_pay",
      risk: "moves_money",
      amount: 5000,
      currency: "BRL",
      arguments: pixCall(5000).arguments,
      idempotency_key: "order-1",
      decided_by: null,
    });
    expect(listEffects(sandbox)).toEqual([]);
    expect((await codespar.usage.get()).used).toBe(0);
  });

  it("lets the same call pass once it is approved, and says who and why", async () => {
    const { session, sandbox, stopped, approvals } = await setup();
    const id = await stopped();
    expect(await stopped()).toBe(id);
    await approvals.approve(id, { by: "ana@loja.test", reason: "known customer" });
    const paid = await session.execute(pixCall(5000), key);
    expect(paid.success).toBe(true);
    expect(await approvals.get(id)).toMatchObject({
      status: "used",
      decided_by: "ana@loja.test",
      reason: "known customer",
      decided_at: "2026-11-21T12:00:00.000Z",
    });
    expect((await session.execute(pixCall(5000), key)).replayed).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("is good for these arguments and this key alone, and for one call of a hundred", async () => {
    const { session, sandbox, stopped, approvals } = await setup();
    const id = await stopped();
    await approvals.approve(id, { by: "ana" });
    expect(await stopped(5001)).not.toBe(id);
    expect(await stopped(5000, { idempotencyKey: "order-2" })).not.toBe(id);
    const calls = await Promise.all(Array.from({ length: 100 }, () => session.execute(pixCall(5000), key)));
    expect(calls.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("is used by one of two sessions that have it at once", async () => {
    const { session, codespar, sandbox, stopped, approvals } = await setup();
    await approvals.approve(await stopped(), { by: "ana" });
    const other = await codespar.sessions.create({ servers: ["asaas"], policy });
    const results = await Promise.all([
      session.execute(pixCall(5000), key),
      other.execute(pixCall(5000), key),
    ]);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("denied, the call is refused with who and why", async () => {
    const { session, sandbox, stopped, approvals } = await setup();
    await approvals.deny(await stopped(), { by: "ana", reason: "too much" });
    const error = await rejection(session.execute(pixCall(5000), key));
    expect(error).toBeInstanceOf(PermissionError);
    expect(error).toMatchObject({ code: "policy_denied", rule: "require_approval", retryable: false });
    expect(String(error)).toMatch(/ana denied .* too much/);
    expect(listEffects(sandbox)).toEqual([]);
  });

  it("runs out after an hour, pending or approved, and the call asks again", async () => {
    const { sandbox, stopped, approvals } = await setup();
    const first = await stopped();
    await approvals.approve(first, { by: "ana" });
    await sandbox.clock.advance("20m");
    await sandbox.clock.advance("20m");
    await sandbox.clock.advance("19m");
    expect((await approvals.get(first)).status).toBe("approved");
    await sandbox.clock.advance("1m");
    expect((await approvals.get(first)).status).toBe("expired");
    const { codespar } = {
      codespar: new CodeSpar({ apiKey: "csk_test_money", transport: sandbox.transport, maxRetries: 0 }),
    };
    const session = await codespar.sessions.create({ servers: ["asaas"], policy });
    const error = await rejection(session.execute(pixCall(5000), key));
    expect(error).toBeInstanceOf(ApprovalRequiredError);
    expect((error as ApprovalRequiredError).approval_id).not.toBe(first);
    expect(await rejection(approvals.approve(first, { by: "ana" }))).toMatchObject({
      code: "invalid_request",
    });
    expect(listEffects(sandbox)).toEqual([]);
  });

  it("comes back when the call did not happen", async () => {
    const { session, sandbox, stopped, approvals } = await setup();
    await approvals.approve(await stopped(), { by: "ana" });
    sandbox.faults.set("asaas", { down: true });
    await expect(session.execute(pixCall(5000), key)).rejects.toMatchObject({ code: "provider_unavailable" });
    sandbox.faults.clear();
    expect((await session.execute(pixCall(5000), key)).success).toBe(true);
    expect(listEffects(sandbox)).toHaveLength(1);
  });

  it("stands with its first decision", async () => {
    const { stopped, approvals } = await setup();
    const id = await stopped();
    await approvals.deny(id, { by: "ana" });
    expect((await approvals.deny(id, { by: "eva" })).decided_by).toBe("ana");
    expect(await rejection(approvals.approve(id, { by: "eva" }))).toMatchObject({ code: "invalid_request" });
  });

  it("is listed by status, page by page", async () => {
    const { stopped, approvals } = await setup();
    const ids: string[] = [];
    for (let order = 0; order < 5; order += 1)
      ids.unshift(await stopped(5000, { idempotencyKey: `o-${order}` }));
    await approvals.deny(ids[2] ?? "", { by: "ana" });
    const pending: string[] = [];
    for await (const { id } of approvals.list({ status: "pending", limit: 2 })) pending.push(id);
    expect(pending).toEqual(ids.filter((_, index) => index !== 2));
  });

  it("is asked for by risk, whatever the amount, by send as by execute", async () => {
    const { codespar, sandbox } = await setup();
    const byRisk = { require_approval: { risk: ["send" as const] } };
    const session = await codespar.sessions.create({ servers: ["z-api"], policy: byRisk });
    const notify = {
      name: "codespar_notify",
      arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
    } as const;
    expect(await rejection(session.send(notify, key))).toBeInstanceOf(ApprovalRequiredError);
    expect(listEffects(sandbox)).toEqual([]);
  });

  it("cannot be given with a key that lacks approvals:write, nor be seen by another organisation", async () => {
    const { codespar, sandbox, stopped } = await setup();
    const id = await stopped();
    const agent = await codespar.apiKeys.create({
      name: "agent",
      scopes: ["tools:execute", "approvals:read"],
    });
    const asAgent = new CodeSpar({ apiKey: agent.key, transport: sandbox.transport, maxRetries: 0 });
    expect(await rejection(asAgent.approvals.approve(id, { by: "agent" }))).toMatchObject({
      code: "insufficient_scope",
      required_scope: "approvals:write",
    });
    expect((await asAgent.approvals.get(id)).status).toBe("pending");
    const other = new CodeSpar({ apiKey: "csk_test_other", transport: sandbox.transport, maxRetries: 0 });
    expect(await rejection(other.approvals.get(id))).toMatchObject({ code: "not_found" });
    expect(await rejection(other.approvals.approve(id, { by: "eve" }))).toMatchObject({ code: "not_found" });
  });
});
