import type { PayArguments } from "@codespar/sdk";
import {
  CardToken,
  Customer,
  MercadoPagoConfig,
  MerchantOrder,
  Payment,
  PaymentMethod,
  PaymentRefund,
  PreApproval,
  Preference,
} from "mercadopago";
import { AppConfig } from "mercadopago/dist/utils/config/index.js";
import { WebhookSignatureValidator } from "mercadopago/dist/utils/webhook/index.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Receiver, startReceiver } from "../webhooks/receiver.ts";
import { liveWorld, webhookSecret } from "./live-world.ts";

const realUrl = AppConfig.BASE_URL;
let world: Awaited<ReturnType<typeof liveWorld>>;
let receiver: Receiver;

beforeEach(async () => {
  world = await liveWorld("mercadopago");
  receiver = await startReceiver();
  // there is no option for it
  Object.assign(AppConfig, { BASE_URL: world.providerUrl });
});
afterEach(async () => {
  Object.assign(AppConfig, { BASE_URL: realUrl });
  expect(world.errors).toEqual([]);
  await world.close();
  await receiver[Symbol.asyncDispose]();
});

/** A new one for each call: the SDK remembers a key that was given once and sends it with the next calls. */
function config(accessToken = world.credential): MercadoPagoConfig {
  return new MercadoPagoConfig({ accessToken, options: { timeout: 5_000, maxRetries: 0 } });
}

const payer = {
  email: "ana@example.com",
  first_name: "Ana",
  identification: { type: "CPF", number: "11144477735" },
};
const pix = {
  transaction_amount: 159.9,
  description: "Pedido",
  payment_method_id: "pix",
  external_reference: "order-7",
  payer,
};
const customer = { name: "Ana Souza", email: "ana@example.com", document: "111.444.777-35" };

async function payThroughCodeSpar(args: PayArguments) {
  const session = await world.client.sessions.create({ servers: ["mercadopago"] });
  const paid = await session.execute({ name: "codespar_pay", arguments: args });
  if (!paid.success) throw new Error(paid.error.message);
  return { session, paid: paid as { tool_call_id: string; data: { payment_id: string } } };
}

describe("Mercado Pago's own client and CodeSpar on one account", () => {
  it("reads what CodeSpar made, and finds it by the operation", async () => {
    const { paid } = await payThroughCodeSpar({
      method: "pix",
      amount: 15990,
      currency: "BRL",
      reference: "order-7",
      customer,
    });
    const payment = await new Payment(config()).get({ id: paid.data.payment_id });
    expect(payment).toMatchObject({
      id: Number(paid.data.payment_id),
      status: "pending",
      status_detail: "pending_waiting_transfer",
      transaction_amount: 159.9,
      currency_id: "BRL",
      external_reference: `${paid.tool_call_id}-order-7`,
      live_mode: false,
    });
    const found = await new Payment(config()).search({
      options: { external_reference: `${paid.tool_call_id}-order-7`, sort: "date_created", criteria: "desc" },
    });
    expect(found.results?.map(({ id }) => id)).toEqual([payment.id]);
  });

  it("makes what CodeSpar reads, and no event of ours comes of it", async () => {
    await world.client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const payment = await new Payment(config()).create({ body: pix });
    const session = await world.client.sessions.create({ servers: ["mercadopago"] });
    const read = await session.execute({ name: "mercadopago_get_payment", arguments: { id: payment.id } });
    expect(read).toMatchObject({
      success: true,
      data: { transaction_amount: 159.9, external_reference: "order-7" },
    });
    await world.advance("1m");
    expect(await new Payment(config()).get({ id: payment.id ?? 0 })).toMatchObject({
      status: "approved",
      status_detail: "accredited",
    });
    expect(world.webhookResponses.every((status) => status === 200)).toBe(true);
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).not.toContain("payment.confirmed");
  });

  it("reports to CodeSpar a payment, of its refund and of a paid page", async () => {
    await world.client.triggers.create({ name: "all", event: "*", webhook_url: receiver.url });
    const { paid, session } = await payThroughCodeSpar({
      method: "pix",
      amount: 15990,
      currency: "BRL",
      customer,
    });
    await world.advance("1m");
    const refund = await new PaymentRefund(config()).create({
      payment_id: paid.data.payment_id,
      body: { amount: 50 },
    });
    expect(refund).toMatchObject({
      amount: 50,
      status: "approved",
      payment_id: Number(paid.data.payment_id),
    });
    const checkout = await session.execute({
      name: "codespar_checkout",
      arguments: { currency: "BRL", items: [{ description: "Café", quantity: 2, unit_amount: 500 }] },
    });
    if (!checkout.success) throw new Error(checkout.error.message);
    await world.advance("5m");
    const events = receiver.received
      .map(({ body }) => JSON.parse(body))
      .filter(({ type }) => /^(payment|checkout)\./.test(type));
    // deliveries of two documents overtake each other
    const typesOf = (call: string) =>
      events.filter(({ tool_call_id }) => tool_call_id === call).map(({ type }) => type);
    expect(typesOf(paid.tool_call_id).toSorted()).toEqual(["payment.confirmed", "payment.refunded"]);
    expect(typesOf(checkout.tool_call_id).toSorted()).toEqual(["checkout.completed", "payment.confirmed"]);
    expect(events).toHaveLength(4);
  });
});

describe("the emulated Mercado Pago", () => {
  it("gives the first payment again under the same key, whatever the body, and not for another resource", async () => {
    const shared = config();
    const first = await new Payment(shared).create({
      body: pix,
      requestOptions: { idempotencyKey: "key-1" },
    });
    // the SDK remembers the key
    const second = await new Payment(shared).create({ body: { ...pix, transaction_amount: 10 } });
    expect(second.id).toBe(first.id);
    await world.advance("1m");
    const refund = await new PaymentRefund(shared).create({
      payment_id: first.id ?? 0,
      body: { amount: 10 },
    });
    expect(refund).toMatchObject({ amount: 10 });
  });

  it("refuses in Mercado Pago's own words, and changes nothing", async () => {
    const failing = (promise: Promise<unknown>) =>
      promise.then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(await failing(new Payment(config()).get({ id: 404 }))).toMatchObject({
      status: 404,
      error: "not_found",
      causes: [{ code: 2000 }],
    });
    expect(
      await failing(new Payment(config()).create({ body: { ...pix, payment_method_id: "nonsense" } })),
    ).toMatchObject({ status: 400, error: "bad_request" });
    expect(await failing(new Payment(config("nonsense")).get({ id: 1 }))).toMatchObject({ status: 401 });
    expect(await failing(new Payment(config("APP_USR-1")).get({ id: 1 }))).toMatchObject({ status: 401 });
    const { status } = await fetch(`${world.providerUrl}/v1/payments`, {
      method: "POST",
      headers: { authorization: `Bearer ${world.credential}`, "content-type": "application/json" },
      body: JSON.stringify(pix),
    });
    expect(status).toBe(400);
    const { results } = await new Payment(config()).search({ options: {} });
    expect(results).toEqual([]);
  });

  it("declines by the name of a test card's holder, which is a payment and no error", async () => {
    const token = await new CardToken(config()).create({
      body: {
        card_number: "5031433215406351",
        expiration_month: "11",
        expiration_year: "2034",
        security_code: "123",
        cardholder: { name: "FUND" },
      } as never, // the SDK's type has no members for a card that is given whole
    });
    const body = { ...pix, payment_method_id: "master", token: token.id ?? "", installments: 1 };
    expect(await new Payment(config()).create({ body })).toMatchObject({
      status: "rejected",
      status_detail: "cc_rejected_insufficient_amount",
    });
  });

  it("authorises, captures and cancels", async () => {
    const body = { ...pix, payment_method_id: "visa", token: "tok_visa", installments: 1, capture: false };
    const held = await new Payment(config()).create({ body });
    expect(held).toMatchObject({ status: "authorized", status_detail: "pending_capture", captured: false });
    expect(await new Payment(config()).capture({ id: held.id ?? 0 })).toMatchObject({
      status: "approved",
      captured: true,
    });
    const other = await new Payment(config()).create({ body });
    expect(await new Payment(config()).cancel({ id: other.id ?? 0 })).toMatchObject({ status: "cancelled" });
  });

  it("has customers, pages, orders, subscriptions and methods", async () => {
    const made = await new Customer(config()).create({
      body: { email: "ana@example.com", first_name: "Ana" },
    });
    const found = await new Customer(config()).search({ options: { email: "ana@example.com" } });
    expect(found.results?.map(({ id }) => id)).toEqual([made.id]);
    await expect(new Customer(config()).create({ body: { email: "ana@example.com" } })).rejects.toMatchObject(
      { status: 400 },
    );
    const preference = await new Preference(config()).create({
      body: {
        items: [{ id: "1", title: "Café", quantity: 2, unit_price: 5, currency_id: "BRL" }],
        external_reference: "order-8",
      },
    });
    expect(await new Preference(config()).get({ preferenceId: preference.id ?? "" })).toMatchObject({
      id: preference.id,
      external_reference: "order-8",
    });
    await world.advance("5m");
    const [payment] =
      (await new Payment(config()).search({ options: { external_reference: "order-8" } })).results ?? [];
    const orderId = (payment as { order?: { id?: number } } | undefined)?.order?.id; // not in the SDK's type of a search
    expect(await new MerchantOrder(config()).get({ merchantOrderId: orderId ?? 0 })).toMatchObject({
      preference_id: preference.id,
      status: "closed",
      order_status: "paid",
      paid_amount: 10,
    });
    const subscription = await new PreApproval(config()).create({
      body: {
        reason: "Plano",
        payer_email: "ana@example.com",
        back_url: "https://example.com",
        external_reference: "sub-1",
        auto_recurring: {
          frequency: 1,
          frequency_type: "months",
          transaction_amount: 49.9,
          currency_id: "BRL",
        },
      },
    });
    expect(subscription).toMatchObject({ status: "pending", reason: "Plano" });
    expect(
      await new PreApproval(config()).update({ id: subscription.id ?? "", body: { status: "cancelled" } }),
    ).toMatchObject({ status: "cancelled" });
    const methods = await new PaymentMethod(config()).get();
    expect(methods.map(({ id }) => id)).toContain("pix");
  });

  it("signs its webhooks so that its own validator takes them, at the address that the payment names", async () => {
    await new Payment(config()).create({ body: { ...pix, notification_url: receiver.url } });
    await world.advance("1m");
    expect(receiver.received).toHaveLength(2);
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    const { data, action, type } = JSON.parse(body);
    expect({ action, type }).toEqual({ action: "payment.created", type: "payment" });
    const check = (secret: string) =>
      WebhookSignatureValidator.validate({
        xSignature: headers["x-signature"],
        xRequestId: headers["x-request-id"],
        dataId: data.id,
        secret,
        toleranceSeconds: 300,
      });
    expect(() => check(webhookSecret)).not.toThrow();
    expect(() => check("another")).toThrow(/signature/i);
  });
});
