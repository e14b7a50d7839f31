import { webhookEventTypes } from "@codespar/contract";
import { eventDataSchemas } from "@codespar/contract/schemas";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nfe, parcel, pix, succeed, whatsapp } from "../calls.ts";
import { countedBefore } from "../counted-before.ts";
import { describeEventData } from "./describe-event-data.ts";

/** Everything that makes an event, over several providers of each kind. */
async function happenings() {
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-03-02T12:00:00Z",
    plan: "hobby",
    wrapStore: countedBefore(17_995, "2026-03"),
  });
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport: sandbox.transport, maxRetries: 0 });
  const session = await codespar.sessions.create({ preset: "all" });
  const customer = { name: "Ana Souza", email: "ana@example.com", document: "111.444.777-35" };
  for (const provider of ["asaas", "mercadopago", "stripe", "pagarme", "pagseguro"]) {
    const paid = succeed(
      await session.execute({
        ...pix,
        arguments: { ...pix.arguments, reference: "o-1", customer, provider },
      }),
    );
    await sandbox.payments.confirm(paid.payment_id);
    await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id: paid.payment_id, amount: 100 },
    });
    await sandbox.payments.dispute(paid.payment_id);
    await session.execute({
      ...pix,
      arguments: { ...pix.arguments, reference: "sandbox:never_pays", customer, provider },
    });
  }
  await session.execute({
    name: "codespar_pay",
    arguments: {
      method: "pse",
      amount: 500_000,
      currency: "COP",
      reference: "sandbox:payment_fails",
      customer: { email: "ana@example.com" },
    },
  });
  await session.execute({
    name: "codespar_pay",
    arguments: { method: "spei", amount: 5000, currency: "MXN" },
  });
  await session.execute({ name: "codespar_checkout", arguments: { amount: 5000, currency: "BRL" } });
  for (const provider of ["nuvem-fiscal", "focus-nfe"]) {
    const arguments_ = { ...nfe.arguments, provider };
    const { invoice_id } = succeed(await session.execute({ ...nfe, arguments: arguments_ }));
    await sandbox.clock.advance("5m");
    await session.execute({
      name: "codespar_invoice",
      arguments: { action: "cancel", invoice_id, reason: "A mistake of ours" },
    });
    const items = [{ description: "sandbox:reject:778", quantity: 1, unit_amount: 100 }];
    await session.execute({ ...nfe, arguments: { ...arguments_, items } });
  }
  const mexican = { name: "PUBLICO EN GENERAL", document: "XAXX010101000" };
  const items = [{ description: "Café", quantity: 1, unit_amount: 100, code: "50201706" }];
  await session.execute({ name: "codespar_invoice", arguments: { type: "cfdi", customer: mexican, items } });
  await session.execute({ name: "codespar_invoice", arguments: { type: "sped", period: "2026-02" } });
  const { quotes } = succeed(
    await session.execute({ name: "codespar_ship", arguments: { action: "quote", ...parcel } }),
  );
  const recipient = { name: "Ana Souza", document: "11144477735", address: "Rua do Ouvidor 50" };
  const service_id = quotes[0]?.service_id ?? "";
  await session.execute({
    name: "codespar_ship",
    arguments: { action: "label", ...parcel, service_id, recipient },
  });
  const { message_id } = succeed(await session.execute(whatsapp));
  await sandbox.clock.advance("5s");
  await sandbox.messages.reply(message_id, "Obrigada!");
  await session.execute({
    name: "codespar_notify",
    arguments: { channel: "sms", to: "+5511987654321", message: "Oi" },
  });
  const careful = await codespar.sessions.create({
    servers: ["asaas"],
    policy: { require_approval: { above: { BRL: 1 } } },
  });
  await careful.execute(pix).catch(() => {});
  sandbox.faults.set("asaas", { down: true });
  await session.send({ ...pix, arguments: { ...pix.arguments, provider: "asaas" } });
  await sandbox.clock.advance("20d");
  return sandbox.events;
}

const events = await happenings();

describe("what an event holds", () => {
  // the sandbox's own connections never run out
  const simulated = webhookEventTypes.filter((type) => type !== "connection.expired");

  it.each(simulated)("%s is what its type says, wherever it comes from", (type) => {
    const own = events.filter((event) => event.type === type);
    expect(own.length).toBeGreaterThan(0);
    for (const { data } of own)
      expect(() => eventDataSchemas[type].parse(data), JSON.stringify(data)).not.toThrow();
  });

  it.each(webhookEventTypes)("%s holds nothing that is not said of it", (type) => {
    const known = Object.keys(eventDataSchemas[type].shape);
    for (const event of events) {
      if (event.type === type) expect(known).toEqual(expect.arrayContaining(Object.keys(event.data)));
    }
  });

  it("is what the documentation says", async () => {
    const page = new URL("../../../../docs/guides/webhook-events.md", import.meta.url);
    const schemas = Object.entries(eventDataSchemas).map(
      ([type, schema]) => [type, z.toJSONSchema(schema, { unrepresentable: "any", io: "output" })] as const,
    );
    await expect(describeEventData(schemas)).toMatchFileSnapshot(page.pathname);
  });
});
