import { expect } from "vitest";
import { pay, pix } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

export const isolationCases = [
  verifies("isolation.sessions", "another organisation's session is not there", async (world) => {
    const session = await world.session();
    const other = await world.otherOrganisation();
    const nobody = await other.sessions.get("ses_nobody").catch((error: unknown) => error);
    for (const attempt of [
      () => other.sessions.get(session.id),
      async () => {
        // a session object of the other organisation, with this one's id
        const mine = await other.sessions.create({ preset: "brazilian" });
        return Object.assign(mine, { id: session.id }).execute(pix);
      },
    ]) {
      const error = await attempt().then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(error).toMatchObject({ code: "not_found", status: 404 });
      expect(String(error).replace(session.id, "ses_nobody")).toBe(String(nobody));
    }
    const closing = await world.wire("DELETE", `/v1/sessions/${session.id}`, {
      headers: { authorization: "Bearer csk_test_other1" },
    });
    expect(closing.status).toBe(404);
    expect((await world.codespar.sessions.get(session.id)).status).toBe("active");
    expect((await other.sessions.list()).data.map(({ id }) => id)).not.toContain(session.id);
    expect([world.effects().length, await world.used()]).toEqual([0, 0]);
  }),
  verifies("isolation.calls", "another organisation's calls are not there", async (world) => {
    const { tool_call_id } = await (await world.session()).execute(pix, { idempotencyKey: "mine" });
    const other = await world.otherOrganisation();
    await expect(other.toolCalls.get(tool_call_id)).rejects.toMatchObject({ code: "not_found" });
    await expect(other.toolCalls.events(tool_call_id).result()).rejects.toMatchObject({ code: "not_found" });
    await expect(other.toolCalls.reconcile("mine")).rejects.toMatchObject({ code: "not_found" });
    expect((await other.toolCalls.list()).data).toEqual([]);
    expect((await other.events.list()).data).toEqual([]);
    expect((await other.usage.get()).used).toBe(0);
  }),
  verifies("isolation.keys", "two organisations may use the same key", async (world) => {
    const other = await world.otherOrganisation();
    const mine = await (await world.session()).execute(pix, { idempotencyKey: "same" });
    const theirs = await (await other.sessions.create({ preset: "brazilian" })).execute(
      { ...pix, arguments: { ...pix.arguments, amount: 500 } },
      { idempotencyKey: "same" },
    );
    expect([mine.replayed, theirs.replayed]).toEqual([false, false]);
    expect(world.effects()).toHaveLength(2);
  }),
  verifies("isolation.documents", "a payment belongs to its organisation and tenant", async (world) => {
    const session = await world.session("brazilian", { tenant_id: "a" });
    const { payment_id } = await pay(session, pix.arguments);
    await world.sandbox.payments.confirm(payment_id);
    const other = await (await world.otherOrganisation()).sessions.create({
      preset: "brazilian",
      metadata: { tenant_id: "a" },
    });
    const tenant = await world.session("brazilian", { tenant_id: "b" });
    for (const foreign of [other, tenant]) {
      for (const action of ["get", "refund", "cancel"] as const) {
        const attempt = foreign.execute({ name: "codespar_pay", arguments: { action, payment_id } });
        await expect(attempt).rejects.toMatchObject({
          code: "invalid_arguments",
          issues: [{ path: "arguments.payment_id" }],
        });
      }
    }
    const same = await world.session("brazilian", { tenant_id: "a" });
    const got = await same.execute({ name: "codespar_pay", arguments: { action: "get", payment_id } });
    expect(got.data).toMatchObject({ status: "paid", refunds: [] });
  }),
  verifies("isolation.unknown_keys", "unknown, live and service keys are refused alike", async (world) => {
    const messages = new Set();
    for (const apiKey of ["csk_test_nobody", "csk_live_nobody", "cssk_internal_nobody"]) {
      const error = await world
        .client({ apiKey })
        .usage.get()
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      expect(error).toMatchObject({ code: "unauthorized", status: 401 });
      messages.add(String(error));
    }
    expect(messages.size).toBe(1);
  }),
];
