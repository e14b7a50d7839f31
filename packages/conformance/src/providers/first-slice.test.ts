import type { PayArguments } from "@codespar/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Receiver, startReceiver } from "../webhooks/receiver.ts";
import { liveWorld } from "./live-world.ts";

let receiver: Receiver;
let world: Awaited<ReturnType<typeof liveWorld>>;

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await world.close();
  await receiver[Symbol.asyncDispose]();
});

const customer = { name: "Ana Souza", document: "111.444.777-35", email: "ana@example.com" };

describe("a Pix through Asaas, every arrow over a socket", () => {
  it("is charged there, paid there, told by their webhook, read back, and delivered by ours", async () => {
    world = await liveWorld("asaas");
    const { client, sandbox } = world;
    const trigger = await client.triggers.create({
      name: "paid",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const session = await client.sessions.create({ servers: ["asaas"], metadata: { tenant: "acme" } });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 15990, currency: "BRL", reference: "order-7", customer },
    });
    if (!paid.success) throw new Error(paid.error.message);
    expect(paid).toMatchObject({ provider: "asaas", data: { status: "pending", amount: 15990 } });

    // at the provider, by its own client's credential and in its own words
    const list = await fetch(`${world.providerUrl}/v3/payments?limit=10`, {
      headers: { access_token: world.credential },
    });
    const native = (await list.json()) as {
      totalCount: number;
      data: { id: string; externalReference: string }[];
    };
    expect(native.totalCount).toBe(1);
    expect(native.data[0]).toMatchObject({
      id: paid.data.payment_id,
      externalReference: `${paid.tool_call_id}-order-7`,
      status: "PENDING",
      value: 159.9,
    });

    await world.advance("1m");
    expect(world.webhookResponses).toContain(200);
    expect(receiver.received).toHaveLength(1);
    const [delivery] = receiver.received;
    const event = await client.webhooks.unwrap(
      { body: delivery?.body ?? "", headers: delivery?.headers as Record<string, string> },
      trigger.secret,
    );
    expect(event).toMatchObject({
      type: "payment.confirmed",
      livemode: false,
      tool_call_id: paid.tool_call_id,
      session_id: session.id,
      metadata: { tenant: "acme" },
      data: {
        payment_id: paid.data.payment_id,
        status: "paid",
        method: "pix",
        amount: 15990,
        currency: "BRL",
        reference: "order-7",
      },
    });
    expect(sandbox.events).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  it("reports a refund, and reports nothing twice however often the provider does", async () => {
    world = await liveWorld("asaas");
    const { client } = world;
    await client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const session = await client.sessions.create({ servers: ["asaas"] });
    const pay = (args: PayArguments) => session.execute({ name: "codespar_pay", arguments: args });
    const paid = await pay({ method: "pix", amount: 15990, currency: "BRL", customer });
    if (!paid.success) throw new Error(paid.error.message);
    const { payment_id } = paid.data as { payment_id: string };
    await world.advance("1m");
    const refunded = await pay({ action: "refund", payment_id, amount: 5000 });
    expect(refunded).toMatchObject({ success: true, data: { status: "partially_refunded" } });
    await world.advance("1m");
    const types = () =>
      receiver.received
        .map(({ body }) => JSON.parse(body).type)
        .filter((type) => type.startsWith("payment."));
    expect(types()).toEqual(["payment.confirmed", "payment.refunded"]);
    // the same webhooks once more
    for (const event of ["PAYMENT_RECEIVED", "PAYMENT_PARTIALLY_REFUNDED"]) {
      const again = await fetch(`${world.url}/v1/webhooks/asaas/endpoint-token`, {
        method: "POST",
        headers: { "asaas-access-token": world.credentials.webhook_token ?? "" },
        body: JSON.stringify({ id: "evt_again", event, payment: { id: payment_id } }),
      });
      expect(again.status).toBe(200);
    }
    await world.advance("1m");
    expect(types()).toEqual(["payment.confirmed", "payment.refunded"]);
  });

  it("believes no webhook: a forged one is refused, and a true token cannot make a payment paid", async () => {
    world = await liveWorld("asaas");
    const { client } = world;
    await client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const session = await client.sessions.create({ servers: ["asaas"] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 15990, currency: "BRL", customer, reference: "sandbox:never_pays" },
    });
    if (!paid.success) throw new Error(paid.error.message);
    const post = (token: string, id: unknown) =>
      fetch(`${world.url}/v1/webhooks/asaas/endpoint-token`, {
        method: "POST",
        headers: { "asaas-access-token": token },
        body: JSON.stringify({ id: "evt_1", event: "PAYMENT_RECEIVED", payment: { id, status: "RECEIVED" } }),
      });
    const { payment_id } = paid.data as { payment_id: string };
    expect((await post("forged", payment_id)).status).toBe(401);
    expect((await post(world.credentials.webhook_token ?? "", payment_id)).status).toBe(200);
    expect((await post(world.credentials.webhook_token ?? "", "pay_of_somebody_else")).status).toBe(200);
    await world.advance("1s");
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).not.toContain("payment.confirmed");
  });
});
