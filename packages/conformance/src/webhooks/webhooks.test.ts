import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOpenApi } from "../openapi/open-api-check.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 9990, currency: "BRL" } } as const;

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver[Symbol.asyncDispose]();
});

function world() {
  const sandbox = createSandbox({ seed: 1, now: Date.now() });
  const codespar = new CodeSpar({ apiKey: "csk_test_webhooks", transport: sandbox.transport });
  return { sandbox, codespar };
}

describe("a trigger", () => {
  it("delivers what happened, signed so that the public package and the SDK both verify it", async () => {
    const { sandbox, codespar } = world();
    const trigger = await codespar.triggers.create({
      name: "paid",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const session = await codespar.sessions.create({ servers: ["asaas"], metadata: { tenant_id: "acme" } });
    const paid = await session.execute(pix);
    await sandbox.clock.advance("1m");
    expect(receiver.received).toHaveLength(1);
    const [delivery] = receiver.received;
    if (delivery === undefined || !paid.success) throw new Error("nothing arrived");
    const event = new Webhook(trigger.secret).verify(
      delivery.body,
      delivery.headers as Record<string, string>,
    );
    expect(event).toMatchObject({
      type: "payment.confirmed",
      livemode: false,
      tool_call_id: paid.tool_call_id,
      metadata: { tenant_id: "acme" },
      data: { payment_id: paid.data.payment_id, amount: 9990, currency: "BRL" },
    });
    const unwrapped = await codespar.webhooks.unwrap(
      { body: delivery.body, headers: delivery.headers as Record<string, string> },
      trigger.secret,
    );
    expect(unwrapped).toEqual(event);
    expect(delivery.headers["webhook-id"]).toBe(unwrapped.id);
    const { webhookViolations } = await readOpenApi(sandbox.transport);
    expect(webhookViolations(delivery.headers, delivery.body)).toEqual([]);
    expect(webhookViolations({}, '{"id":"evt_1"}').join("\n")).toMatch(
      /webhook-id.*required property 'type'/s,
    );
  });

  it("is signed at the time of sending, so that unwrap takes it whatever time the sandbox has (faults.md, section 2)", async () => {
    const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
    const codespar = new CodeSpar({ apiKey: "csk_test_webhooks", transport: sandbox.transport });
    const trigger = await codespar.triggers.create({
      name: "paid",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const pay = async () => (await codespar.sessions.create({ servers: ["asaas"] })).execute(pix);
    await pay();
    await sandbox.clock.advance("400d");
    await pay();
    await sandbox.clock.advance("1m");
    const events = await Promise.all(
      receiver.received.map(({ body, headers }) =>
        codespar.webhooks.unwrap({ body, headers: headers as Record<string, string> }, trigger.secret),
      ),
    );
    expect(events.map(({ created_at }) => created_at.slice(0, 10))).toEqual(["2026-03-02", "2027-04-06"]);
  });

  it("hears of nothing that it did not ask for", async () => {
    const { sandbox, codespar } = world();
    await codespar.triggers.create({ name: "sent", event: "message.sent", webhook_url: receiver.url });
    await codespar.triggers.create({
      name: "mp",
      event: "*",
      webhook_url: receiver.url,
      server_id: "mercadopago",
    });
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix);
    await sandbox.clock.advance("1m");
    expect(receiver.received).toHaveLength(0);
  });

  it("tries twelve times, then gives up until it is told to replay", async () => {
    const { sandbox, codespar } = world();
    receiver.respondWith(500);
    const trigger = await codespar.triggers.create({
      name: "t",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix);
    await sandbox.clock.advance("30d");
    expect(receiver.received).toHaveLength(12);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    const [dead] = (await codespar.triggers.deliveries(trigger.id)).data;
    expect(dead).toMatchObject({ status: "dead", next_attempt_at: null });
    expect(dead?.attempts).toHaveLength(12);
    receiver.respondWith(200);
    await codespar.triggers.replay(dead?.id ?? "");
    await sandbox.clock.advance("1s");
    const [replayed] = (await codespar.triggers.deliveries(trigger.id)).data;
    expect(replayed?.status).toBe("succeeded");
    expect(receiver.received).toHaveLength(13);
  });

  it("can be told to replay for 30 days: then what it would send is erased", async () => {
    const { sandbox, codespar } = world();
    receiver.respondWith(500);
    const trigger = await codespar.triggers.create({
      name: "t",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    await (await codespar.sessions.create({ servers: ["asaas"] })).execute(pix);
    await sandbox.clock.advance("6d");
    const read = async () => (await codespar.triggers.deliveries(trigger.id)).data[0];
    const dead = await read();
    expect(dead).toMatchObject({ status: "dead" });
    // replayed and dead again: the 30 days start again
    await sandbox.clock.advance("20d");
    await codespar.triggers.replay(dead?.id ?? "");
    await sandbox.clock.advance("20d");
    expect(receiver.received).toHaveLength(24);
    receiver.respondWith(204);
    await sandbox.clock.advance("20d");
    expect(await codespar.triggers.replay(dead?.id ?? "")).toMatchObject({ status: "dead" });
    await sandbox.clock.advance("1d");
    expect(receiver.received).toHaveLength(24);
    expect(await read()).toMatchObject({ status: "dead", event_type: "payment.confirmed" });
  });

  it("takes a redirect for a failure and does not follow it", async () => {
    const { sandbox, codespar } = world();
    const other = await startReceiver();
    receiver.respondWith(302, { location: other.url });
    const trigger = await codespar.triggers.create({
      name: "t",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix);
    await sandbox.clock.advance("31s");
    const [delivery] = (await codespar.triggers.deliveries(trigger.id)).data;
    expect(delivery?.attempts[0]).toMatchObject({ status_code: 302 });
    expect(delivery?.status).toBe("pending");
    expect(other.received).toHaveLength(0);
    await other[Symbol.asyncDispose]();
  });

  it("signs with both secrets while a rotated one overlaps, then with the new one alone", async () => {
    const { sandbox, codespar } = world();
    const trigger = await codespar.triggers.create({
      name: "t",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const rotated = await codespar.triggers.rotateSecret(trigger.id, { grace_period_seconds: 3600 });
    expect(rotated.secret).not.toBe(trigger.secret);
    const session = await codespar.sessions.create({ servers: ["asaas"] });
    await session.execute(pix);
    await sandbox.clock.advance("31s");
    const [overlap] = receiver.received;
    for (const secret of [trigger.secret, rotated.secret]) {
      expect(() =>
        new Webhook(secret).verify(overlap?.body ?? "", overlap?.headers as Record<string, string>),
      ).not.toThrow();
    }
    await sandbox.clock.advance("2h");
    await (await codespar.sessions.create({ servers: ["asaas"] })).execute(pix);
    await sandbox.clock.advance("31s");
    expect(String(receiver.received.at(-1)?.headers["webhook-signature"]).split(" ")).toHaveLength(1);
  });

  it.each([
    ["http://example.com/hook", "https"],
    ["https://10.0.0.1/hook", "private"],
    ["https://169.254.169.254/latest", "private"],
    ["https://[fd00::1]/hook", "private"],
    ["https://user:pass@example.com/", "password"],
  ])("refuses %s", async (webhook_url, word) => {
    const { codespar } = world();
    await expect(codespar.triggers.create({ name: "t", event: "*", webhook_url })).rejects.toMatchObject({
      code: "invalid_request",
      issues: [{ path: "webhook_url", message: expect.stringContaining(word) }],
    });
  });

  it("shows its secret once", async () => {
    const { codespar } = world();
    const trigger = await codespar.triggers.create({ name: "t", event: "*", webhook_url: receiver.url });
    expect(trigger.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await codespar.triggers.get(trigger.id)).not.toHaveProperty("secret");
  });
});
