import type { PayArguments } from "@codespar/sdk";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Receiver, startReceiver } from "../webhooks/receiver.ts";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
let stripe: Stripe;
let receiver: Receiver;

beforeEach(async () => {
  world = await liveWorld("stripe");
  receiver = await startReceiver();
  const { hostname, port } = new URL(world.providerUrl);
  stripe = new Stripe(world.credential, { host: hostname, port, protocol: "http", maxNetworkRetries: 0 });
});
afterEach(async () => {
  expect(world.errors).toEqual([]);
  await world.close();
  await receiver[Symbol.asyncDispose]();
});

const pix = {
  amount: 15990,
  currency: "brl",
  confirm: true,
  allowed_payment_method_types: ["pix"],
  payment_method_data: { type: "pix" },
  metadata: { reference: "order-7" },
} satisfies Stripe.PaymentIntentCreateParams;

async function payThroughCodeSpar(args: PayArguments) {
  const session = await world.client.sessions.create({ servers: ["stripe"] });
  const paid = await session.execute({ name: "codespar_pay", arguments: args });
  if (!paid.success) throw new Error(paid.error.message);
  return { session, paid: paid as { tool_call_id: string; data: { payment_id: string; status: string } } };
}

describe("Stripe's own client and CodeSpar on one account", () => {
  it("reads what CodeSpar made", async () => {
    const { paid } = await payThroughCodeSpar({
      method: "pix",
      amount: 15990,
      currency: "BRL",
      reference: "order-7",
    });
    const intent = await stripe.paymentIntents.retrieve(paid.data.payment_id);
    expect(intent).toMatchObject({
      object: "payment_intent",
      amount: 15990,
      currency: "brl",
      status: "requires_action",
      livemode: false,
      metadata: { reference: "order-7", codespar_operation: paid.tool_call_id },
    });
    expect(intent.lastResponse.requestId).toMatch(/^req_/);
    const found = await stripe.paymentIntents.search({
      query: `metadata['codespar_operation']:'${paid.tool_call_id}'`,
    });
    expect(found.data.map(({ id }) => id)).toEqual([intent.id]);
    const listed: string[] = [];
    for await (const each of stripe.paymentIntents.list({ limit: 1 })) listed.push(each.id);
    expect(listed).toEqual([intent.id]);
  });

  it("makes what CodeSpar reads, and no event of ours comes of it", async () => {
    await world.client.triggers.create({
      name: "all",
      event: "payment.confirmed",
      webhook_url: receiver.url,
    });
    const intent = await stripe.paymentIntents.create(pix);
    expect(intent.next_action?.pix_display_qr_code?.data).toMatch(/^000201/);
    const session = await world.client.sessions.create({ servers: ["stripe"] });
    const read = await session.execute({
      name: "stripe_get_payment_intent",
      arguments: { id: intent.id },
    });
    expect(read).toMatchObject({
      success: true,
      data: { id: intent.id, amount: 15990, status: "requires_action" },
    });
    await world.advance("1m");
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
    expect(world.webhookResponses.length).toBeGreaterThan(0);
    expect(receiver.received).toEqual([]);
  });

  it("reports to CodeSpar a payment and of the refund that its dashboard gives", async () => {
    await world.client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const { paid } = await payThroughCodeSpar({
      method: "pix",
      amount: 15990,
      currency: "BRL",
      reference: "order-7",
    });
    await world.advance("1m");
    await stripe.refunds.create({ payment_intent: paid.data.payment_id, amount: 5000 });
    await world.advance("1s");
    const events = receiver.received
      .map(({ body }) => JSON.parse(body))
      .filter(({ type }) => type.startsWith("payment."));
    expect(events).toMatchObject([
      {
        type: "payment.confirmed",
        tool_call_id: paid.tool_call_id,
        data: { payment_id: paid.data.payment_id, amount: 15990 },
      },
      { type: "payment.refunded", data: { refund_amount: 5000, status: "partially_refunded" } },
    ]);
  });

  it("completes a hosted page, which is reported as a page and as a payment", async () => {
    await world.client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const session = await world.client.sessions.create({ servers: ["stripe"] });
    const checkout = await session.execute({
      name: "codespar_checkout",
      arguments: { currency: "BRL", items: [{ description: "Café", quantity: 2, unit_amount: 500 }] },
    });
    if (!checkout.success) throw new Error(checkout.error.message);
    await world.advance("5m");
    const types = receiver.received
      .map(({ body }) => JSON.parse(body))
      .filter(({ tool_call_id }) => tool_call_id === checkout.tool_call_id)
      .map(({ type }) => type);
    expect(types).toContain("payment.confirmed");
    expect(types).toContain("checkout.completed");
    const { checkout_id } = checkout.data as { checkout_id: string };
    expect(await stripe.checkout.sessions.retrieve(checkout_id)).toMatchObject({
      status: "complete",
      payment_status: "paid",
      amount_total: 1000,
    });
  });
});

describe("the emulated Stripe", () => {
  it("gives the same response under the same key, and refuses the key with other parameters", async () => {
    const first = await stripe.paymentIntents.create(pix, { idempotencyKey: "key-1" });
    const second = await stripe.paymentIntents.create(pix, { idempotencyKey: "key-1" });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    await expect(
      stripe.paymentIntents.create({ ...pix, amount: 100 }, { idempotencyKey: "key-1" }),
    ).rejects.toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  it("replays a refusal as well", async () => {
    const declined = {
      amount: 500,
      currency: "brl",
      confirm: true,
      payment_method: "pm_card_visa_chargeDeclinedInsufficientFunds",
    };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(stripe.paymentIntents.create(declined, { idempotencyKey: "key-2" })).rejects.toMatchObject(
        {
          type: "StripeCardError",
          code: "card_declined",
          decline_code: "insufficient_funds",
        },
      );
    }
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  it("refuses in Stripe's own words what it does not understand, and changes nothing", async () => {
    const wrong = { ...pix, allowed_payment_method: "pix" } as Stripe.PaymentIntentCreateParams; // a parameter that does not exist
    await expect(stripe.paymentIntents.create(wrong)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      code: "parameter_unknown",
      param: "allowed_payment_method",
      statusCode: 400,
    });
    await expect(
      stripe.paymentIntents.create({ currency: "brl" } as Stripe.PaymentIntentCreateParams),
    ).rejects.toMatchObject({ code: "parameter_missing", param: "amount" }); // left out on purpose
    await expect(stripe.paymentIntents.retrieve("pi_nothing")).rejects.toMatchObject({
      code: "resource_missing",
      statusCode: 404,
    });
    await expect(stripe.refunds.create({ payment_intent: "pi_nothing" })).rejects.toMatchObject({
      code: "resource_missing",
      statusCode: 400,
    });
    await expect(stripe.customers.create({}, { apiKey: "sk_live_hunter2" })).rejects.toMatchObject({
      type: "StripeAuthenticationError",
    });
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });

  it("captures what was authorised, and releases it when it is cancelled", async () => {
    const card = {
      amount: 2000,
      currency: "brl",
      confirm: true,
      capture_method: "manual",
      payment_method: "pm_card_visa",
    } as const;
    const held = await stripe.paymentIntents.create(card);
    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 2000, amount_received: 0 });
    expect((await stripe.balance.retrieve()).available).toEqual([]);
    expect(await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 })).toMatchObject({
      status: "succeeded",
      amount_received: 1500,
    });
    // 3.99 % and R$ 0.39 of what was captured stay with Stripe, and the rest is on its way
    expect(await stripe.balance.retrieve()).toMatchObject({
      available: [{ currency: "brl", amount: 0 }],
      pending: [{ currency: "brl", amount: 1401 }],
    });
    const released = await stripe.paymentIntents.create(card);
    expect(await stripe.paymentIntents.cancel(released.id)).toMatchObject({ status: "canceled" });
    await expect(stripe.paymentIntents.capture(released.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  it("sells a subscription", async () => {
    const customer = await stripe.customers.create({ name: "Ana", email: "ana@example.com" });
    const product = await stripe.products.create({ name: "Plano" });
    const price = await stripe.prices.create({
      product: product.id,
      currency: "brl",
      unit_amount: 4990,
      recurring: { interval: "month" },
    });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    expect(subscription).toMatchObject({ status: "active", items: { data: [{ price: { id: price.id } }] } });
    expect(subscription.items.data[0]?.current_period_end).toBeGreaterThan(subscription.start_date);
    expect(await stripe.subscriptions.cancel(subscription.id)).toMatchObject({ status: "canceled" });
    expect((await stripe.prices.list({ product: product.id })).data.map(({ id }) => id)).toEqual([price.id]);
    expect((await stripe.customers.list({ email: "ana@example.com" })).data.map(({ id }) => id)).toEqual([
      customer.id,
    ]);
    const invoice = await stripe.invoices.create({ customer: customer.id });
    expect(await stripe.invoices.finalizeInvoice(invoice.id)).toMatchObject({ status: "paid" });
    expect(
      await stripe.paymentLinks.create({ line_items: [{ price: price.id, quantity: 1 }] }),
    ).toMatchObject({ active: true });
    expect((await stripe.disputes.list()).data).toEqual([]);
  });

  it("signs its webhooks so that its own client verifies them", async () => {
    const endpoint = await stripe.webhookEndpoints.create({
      url: receiver.url,
      enabled_events: ["payment_intent.succeeded"],
    });
    const intent = await stripe.paymentIntents.create(pix);
    await world.advance("1m");
    const [delivery] = receiver.received;
    const event = stripe.webhooks.constructEvent(
      delivery?.body ?? "",
      delivery?.headers["stripe-signature"] ?? "",
      endpoint.secret ?? "",
    );
    expect(event).toMatchObject({
      type: "payment_intent.succeeded",
      livemode: false,
      data: { object: { id: intent.id, status: "succeeded" } },
    });
    expect(() =>
      stripe.webhooks.constructEvent(
        `${delivery?.body} `,
        delivery?.headers["stripe-signature"] ?? "",
        endpoint.secret ?? "",
      ),
    ).toThrow();
  });
});
