import {
  type NotifyOutput,
  type PayOutput,
  type ShipQuoteOutput,
  type WebhookEventType,
  webhookEventTypes,
} from "@codespar/contract";
import { expect } from "vitest";
import { nfe, parcel, pix, succeed, whatsapp } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import { countedBefore } from "../counted-before.ts";
import type { World } from "../world.ts";

/** A POST of one of the sandbox's pages, as a browser sends its form. */
const submit = (world: World, url: string, form: string) =>
  world.sandbox.handle({ method: "POST", path: new URL(url).pathname, headers: {}, body: form });

export const platformCases = [
  verifies(
    "keys.life",
    "a key is made, shown once, rotated without a gap, and revoked at once",
    { plan: "starter" },
    async ({ codespar, client }) => {
      const made = await codespar.apiKeys.create({ name: "Agent", scopes: ["usage:read"] });
      expect(made).toMatchObject({
        name: "Agent",
        scopes: ["usage:read"],
        prefix: "csk_test_",
        status: "active",
      });
      expect(made.key.slice(-4)).toBe(made.last4);
      const listed = (await codespar.apiKeys.list()).data;
      expect(listed.find(({ id }) => id === made.id)).toMatchObject({ last4: made.last4 });
      expect(JSON.stringify(listed)).not.toContain(made.key);
      const rotated = await codespar.apiKeys.rotate(made.id, { grace_period_seconds: 60 });
      for (const apiKey of [made.key, rotated.key]) {
        expect((await client({ apiKey }).usage.get()).used).toBe(0);
      }
      await codespar.apiKeys.revoke(made.id);
      for (const apiKey of [made.key, rotated.key]) {
        await expect(client({ apiKey }).usage.get()).rejects.toMatchObject({ code: "unauthorized" });
      }
    },
  ),
  verifies(
    "keys.scopes",
    "a key without the scope is refused, and told which",
    async ({ codespar, client }) => {
      const { key } = await codespar.apiKeys.create({ scopes: ["sessions:write"] });
      const limited = client({ apiKey: key });
      const session = await limited.sessions.create({ servers: ["asaas"] });
      await expect(session.execute(pix)).rejects.toMatchObject({
        code: "insufficient_scope",
        status: 403,
        required_scope: "tools:execute",
      });
      await expect(limited.billing.get()).rejects.toMatchObject({ required_scope: "billing:read" });
      expect((await codespar.usage.get()).used).toBe(0);
    },
  ),
  verifies(
    ["keys.limit", "billing.plan_limit"],
    "hobby has two keys and no overage",
    { plan: "hobby" },
    async ({ codespar }) => {
      await codespar.apiKeys.create();
      await expect(codespar.apiKeys.create()).rejects.toMatchObject({
        code: "plan_limit",
        status: 403,
        limit: 2,
        plan: "hobby",
        upgrade_url: "https://codespar.dev/dashboard/billing",
      });
      await expect(codespar.billing.update({ overage_enabled: true })).rejects.toMatchObject({
        code: "plan_limit",
      });
    },
  ),
  verifies(
    ["billing.upgrade", "billing.downgrade", "billing.portal"],
    "a plan goes up at once and down at the end of the month",
    { plan: "starter" },
    async (world) => {
      const { codespar } = world;
      expect(await codespar.billing.get()).toMatchObject({
        plan: "starter",
        price_cents: 2900,
        quota: 200_000,
      });
      const { checkout_url, expires_at } = await codespar.billing.checkout({ plan: "growth" });
      expect(expires_at).toBe("2026-11-21T13:00:00Z");
      expect((await submit(world, checkout_url, "action=pay")).status).toBe(200);
      expect(await codespar.billing.get()).toMatchObject({ plan: "growth", quota: 2_000_000 });
      const [invoice] = (await codespar.billing.invoices()).data;
      expect(invoice?.lines.reduce((sum, { amount_cents }) => sum + amount_cents, 0)).toBe(
        invoice?.total_cents,
      );
      expect(await codespar.billing.update({ plan: "hobby", overage_enabled: true })).toMatchObject({
        plan: "growth",
        overage_enabled: true,
        pending_plan: "hobby",
        pending_plan_at: "2026-12-01T00:00:00Z",
      });
      const { portal_url } = await codespar.billing.portal();
      const open = async () =>
        (await world.sandbox.handle({ method: "GET", path: new URL(portal_url).pathname, headers: {} }))
          .status;
      expect([await open(), await open()]).toEqual([200, 410]);
      await world.sandbox.clock.advance("10d");
      expect(await codespar.billing.get()).toMatchObject({
        plan: "hobby",
        quota: 20_000,
        overage_enabled: false,
      });
    },
  ),
  verifies(
    "vault.life",
    "a connection is stored, shown by its last four, and deleted",
    async ({ codespar }) => {
      const made = await codespar.connections.create({
        server_id: "asaas",
        tenant_id: "acme",
        credentials: { api_key: "secret_of_acme_1234" },
      });
      expect(made).toMatchObject({ tenant_id: "acme", credentials: { api_key: { last4: "1234" } } });
      expect(await codespar.connections.get(made.id)).toEqual(made);
      expect((await codespar.connections.list({ tenant_id: "acme" })).data).toEqual([made]);
      expect((await codespar.connections.list({ tenant_id: "loja" })).data).toEqual([]);
      const first = await codespar.connections.createWebhookUrl(made.id);
      expect(first.previous_expires_at).toBeNull();
      const second = await codespar.connections.createWebhookUrl(made.id, { grace_period_seconds: 60 });
      expect(second.url).not.toBe(first.url);
      expect(second.previous_expires_at).not.toBeNull();
      await codespar.connections.delete(made.id);
      await expect(codespar.connections.get(made.id)).rejects.toMatchObject({ code: "not_found" });
    },
  ),
  verifies("vault.link", "a link lets a person connect a provider", async ({ codespar }) => {
    const made = await codespar.connectSessions.create({ server_id: "asaas", tenant_id: "acme" });
    expect(made).toMatchObject({ server_id: "asaas", tenant_id: "acme" });
    // the token is in the fragment, which no server gets to see
    expect(new URL(made.url).hash.length).toBeGreaterThan(40);
  }),
  verifies("triggers.life", "a trigger is made, changed, rotated and deleted", async ({ codespar }) => {
    const webhook_url = "http://127.0.0.1:9/hook";
    const made = await codespar.triggers.create({ name: "Orders", event: "payment.confirmed", webhook_url });
    expect(made.secret).toMatch(/^whsec_/);
    const { secret: _secret, ...trigger } = made;
    expect(await codespar.triggers.get(made.id)).toEqual(trigger);
    expect((await codespar.triggers.list()).data).toEqual([trigger]);
    expect(await codespar.triggers.update(made.id, { status: "paused", name: "All orders" })).toMatchObject({
      status: "paused",
      name: "All orders",
    });
    const rotated = await codespar.triggers.rotateSecret(made.id, { grace_period_seconds: 60 });
    expect(rotated.secret).not.toBe(made.secret);
    expect(rotated.previous_secret_expires_at).toBe("2026-11-21T12:01:00.000Z");
    await codespar.triggers.delete(made.id);
    await expect(codespar.triggers.get(made.id)).rejects.toMatchObject({ code: "not_found" });
  }),
  verifies("triggers.deliveries", "a delivery that nobody took is listed and replayed", async (world) => {
    const { codespar } = world;
    // a port on which nobody listens
    const webhook_url = "http://127.0.0.1:9/hook";
    const trigger = await codespar.triggers.create({
      name: "All",
      event: "tool_call.completed",
      webhook_url,
    });
    const { tool_call_id } = await (await world.session()).execute(whatsapp);
    await world.sandbox.clock.advance("1s");
    const { data } = await codespar.triggers.deliveries(trigger.id);
    const [event] = (await codespar.events.list({ type: "tool_call.completed" })).data;
    expect(event).toMatchObject({ tool_call_id, livemode: false });
    expect(data).toMatchObject([{ trigger_id: trigger.id, event_id: event?.id, status: "pending" }]);
    expect(data[0]?.attempts).toMatchObject([{ status_code: null, error: expect.any(String) }]);
    const replayed = await codespar.triggers.replay(data[0]?.id ?? "");
    expect(replayed).toMatchObject({ event_id: event?.id, status: "pending" });
  }),
  verifies(["policy.denied", "policy.pinned"], "a policy refuses what it does not allow", async (world) => {
    const session = await world.codespar.sessions.create({
      servers: ["asaas", "z-api"],
      policy: {
        max_amount_per_call: { BRL: 10_000 },
        max_tool_calls: 2,
        allowed_tools: ["codespar_pay"],
        pinned_arguments: { codespar_pay: { provider: "asaas" } },
      },
    });
    const large = { ...pix, arguments: { ...pix.arguments, amount: 10_001 } };
    await expect(session.execute(large)).rejects.toMatchObject({
      code: "policy_denied",
      status: 403,
      rule: "max_amount_per_call",
      limit: 10_000,
      currency: "BRL",
    });
    await expect(session.execute(whatsapp)).rejects.toMatchObject({ rule: "allowed_tools" });
    const [pay] = await session.tools({ kind: "meta" });
    expect(pay).toMatchObject({ name: "codespar_pay", input_schema: { properties: { amount: {} } } });
    expect(pay).not.toMatchObject({ input_schema: { properties: { provider: {} } } });
    expect((await session.execute(pix)).provider).toBe("asaas");
    await session.execute(pix);
    await expect(session.execute(pix)).rejects.toMatchObject({ rule: "max_tool_calls", limit: 2 });
    expect([await world.used(), world.effects().length]).toEqual([2, 2]);
  }),
  verifies(
    ["approvals.required", "approvals.decided"],
    "a call waits for a human, who says yes or no",
    async (world) => {
      const { codespar } = world;
      const session = await codespar.sessions.create({
        servers: ["asaas"],
        policy: { require_approval: { above: { BRL: 1000 } } },
      });
      const stop = async (idempotencyKey: string) => {
        const stopped = await session.execute(pix, { idempotencyKey }).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(stopped).toMatchObject({ code: "approval_required", status: 409 });
        return String((stopped as { approval_id: unknown }).approval_id); // asserted above
      };
      const yes = await stop("order-1");
      const no = await stop("order-2");
      expect(
        new Set((await codespar.approvals.list({ status: "pending" })).data.map(({ id }) => id)),
      ).toEqual(new Set([yes, no]));
      expect(world.effects()).toEqual([]);
      await codespar.approvals.approve(yes, { by: "ana@loja.test" });
      await codespar.approvals.deny(no, { by: "ana@loja.test", reason: "unknown customer" });
      expect((await session.execute(pix, { idempotencyKey: "order-1" })).success).toBe(true);
      await expect(session.execute(pix, { idempotencyKey: "order-2" })).rejects.toMatchObject({
        code: "policy_denied",
      });
      expect(await codespar.approvals.get(yes)).toMatchObject({
        status: "used",
        decided_by: "ana@loja.test",
      });
      expect(await codespar.approvals.get(no)).toMatchObject({
        status: "denied",
        reason: "unknown customer",
      });
      expect([await world.used(), world.effects().length]).toEqual([1, 1]);
    },
  ),
  verifies(
    "events.types",
    "every type of event arises, with the metadata of its session",
    { plan: "hobby", wrapStore: countedBefore(17_995) },
    async (world) => {
      const { codespar, sandbox } = world;
      const metadata = { tenant_id: "acme" };
      const session = await codespar.sessions.create({
        servers: ["asaas", "stripe", "nuvem-fiscal", "correios", "z-api"],
        metadata,
      });
      const paid = succeed(await session.execute(pix));
      await session.execute({ ...pix, arguments: { ...pix.arguments, reference: "sandbox:never_pays" } });
      const card = { method: "credit_card", currency: "BRL", card_token: "tok_chargeDeclined" } as const;
      await session.execute({
        name: "codespar_pay",
        arguments: { ...card, amount: 700, provider: "stripe" },
      });
      await session.execute({ name: "codespar_checkout", arguments: { amount: 9990, currency: "BRL" } });
      const issued = succeed(await session.execute(nfe));
      const bad = [{ description: "sandbox:reject:778", quantity: 1, unit_amount: 100 }];
      await session.execute({ ...nfe, arguments: { ...nfe.arguments, items: bad } });
      const quoted = await session.execute({
        name: "codespar_ship",
        arguments: { action: "quote", ...parcel },
      });
      const { quotes } = succeed(quoted) as ShipQuoteOutput; // a quote was asked for
      const recipient = { name: "Ana Souza", document: "11144477735", address: "Rua do Ouvidor 50" };
      await session.execute({
        name: "codespar_ship",
        arguments: { action: "label", ...parcel, service_id: quotes[0]?.service_id ?? "", recipient },
      });
      const { message_id } = succeed(await session.execute(whatsapp)) as NotifyOutput; // a message was sent
      const disputed = succeed(
        await session.execute({
          name: "codespar_pay",
          arguments: { ...card, card_token: "tok_visa", amount: 900, provider: "stripe" },
        }),
      ) as PayOutput; // a payment was asked for
      const careful = await codespar.sessions.create({
        servers: ["asaas"],
        metadata,
        policy: { require_approval: { above: { BRL: 1 } } },
      });
      await expect(careful.execute(pix)).rejects.toMatchObject({ code: "approval_required" });
      const [waiting] = (await codespar.approvals.list({ status: "pending" })).data;
      expect((await codespar.approvals.link(waiting?.id ?? "")).url).toContain("/approve#");
      await sandbox.clock.advance("20m");
      await sandbox.messages.reply(message_id, "Quando chega?");
      await sandbox.payments.dispute(disputed.payment_id);
      const { invoice_id } = issued;
      const reason = "Pedido cancelado pelo cliente";
      await session.execute({
        name: "codespar_invoice",
        arguments: { action: "cancel", invoice_id, reason },
      });
      await session.execute({
        name: "codespar_pay",
        arguments: { action: "refund", payment_id: paid.payment_id },
      });
      sandbox.faults.set("z-api", { down: true });
      await expect(session.execute(whatsapp)).rejects.toMatchObject({ code: "provider_unavailable" });
      await sandbox.clock.advance("14d");
      const seen = new Map<WebhookEventType, unknown>();
      for await (const event of codespar.events.list({ limit: 100 })) seen.set(event.type, event.metadata);
      // simulated providers take whatever credentials there are
      const simulated = webhookEventTypes.filter((type) => type !== "connection.expired");
      expect([...seen.keys()].sort()).toEqual([...simulated].sort());
      // a warning is about the organisation, not about a session
      seen.delete("quota.warning");
      expect(new Set([...seen.values()].map((value) => JSON.stringify(value)))).toEqual(
        new Set([JSON.stringify(metadata)]),
      );
    },
  ),
  verifies(
    "events.at_once",
    "what a call has caused is an event when its response is there",
    async ({ codespar, sandbox }) => {
      const session = await codespar.sessions.create({ servers: ["stripe", "nuvem-fiscal", "z-api"] });
      const card = { method: "credit_card", amount: 700, currency: "BRL" } as const;
      const pay = (card_token: string) =>
        session.execute({ name: "codespar_pay", arguments: { ...card, card_token } });
      const bad = [{ description: "sandbox:reject:778", quantity: 1, unit_amount: 100 }];
      const steps = [
        [() => pay("tok_chargeDeclined"), "payment.failed"],
        [() => pay("tok_visa"), "payment.confirmed"],
        [() => session.execute({ ...nfe, arguments: { ...nfe.arguments, items: bad } }), "invoice.rejected"],
        [() => session.execute(whatsapp), "message.sent"],
      ] as const;
      for (const [step, type] of steps) {
        await step();
        expect(sandbox.events.map((event) => event.type)).toContain(type);
      }
    },
  ),
  verifies(
    ["service.document", "service.health"],
    "the document and the health check need no key",
    async ({ wire }) => {
      const nobody = { headers: { authorization: undefined } };
      const document = await wire("GET", "/v1/openapi.json", nobody);
      expect(document.body).toMatchObject({ openapi: "3.1.0" });
      expect((await wire("GET", "/health", nobody)).body).toMatchObject({ status: "ok" });
    },
  ),
];
