import { calendarDateAt, SAO_PAULO } from "@codespar/formats";
import { MercadoPagoConfig, Payment } from "mercadopago";
import { AppConfig } from "mercadopago/dist/utils/config/index.js";
import Stripe from "stripe";
import { afterEach, describe, expect, it } from "vitest";
import { type Receiver, startReceiver } from "../webhooks/receiver.ts";
import { liveWorld, sellerAccount } from "./live-world.ts";

type World = Awaited<ReturnType<typeof liveWorld>>;

const realUrl = AppConfig.BASE_URL;
let world: World;
let receiver: Receiver | undefined;

afterEach(async () => {
  Object.assign(AppConfig, { BASE_URL: realUrl });
  expect(world.errors).toEqual([]);
  await world.close();
  await receiver?.[Symbol.asyncDispose]();
  receiver = undefined;
});

async function openStripe(): Promise<Stripe> {
  world = await liveWorld("stripe");
  const { hostname, port } = new URL(world.providerUrl);
  return new Stripe(world.credential, { host: hostname, port, protocol: "http", maxNetworkRetries: 0 });
}

/** R$ 100.00 by card, made through CodeSpar, where the provider's own client finds it. */
async function payByCard(server: string): Promise<string> {
  const session = await world.client.sessions.create({ servers: [server] });
  const paid = await session.execute({
    name: "codespar_pay",
    arguments: {
      method: "credit_card",
      amount: 10_000,
      currency: "BRL",
      card_token: "tok_visa",
      customer: { name: "Ana Souza", email: "ana@example.com", document: "111.444.777-35" },
    },
  });
  if (!paid.success) throw new Error(paid.error.message);
  return (paid.data as { payment_id: string }).payment_id;
}

describe("Stripe's own client reads the account's money over time", () => {
  it("sees fee, net, and the day on which it is available", async () => {
    const stripe = await openStripe();
    const id = await payByCard("stripe");
    const [charged] = (await stripe.balanceTransactions.list()).data;
    // 3.99 % and R$ 0.39 (price list of Brazil, unverified) of R$ 100.00
    expect(charged).toMatchObject({
      object: "balance_transaction",
      type: "charge",
      reporting_category: "charge",
      amount: 10_000,
      fee: 438,
      net: 9_562,
      fee_details: [{ type: "stripe_fee", amount: 438, currency: "brl" }],
      status: "pending",
      source: id.replace("pi_", "ch_"),
    });
    const charge = await stripe.charges.retrieve(id.replace("pi_", "ch_"));
    expect(charge.balance_transaction).toBe(charged?.id);
    expect(await stripe.balanceTransactions.retrieve(charged?.id ?? "")).toEqual(
      expect.objectContaining({ net: 9_562 }),
    );
    expect(await stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 0, currency: "brl" }],
      pending: [{ amount: 9_562, currency: "brl" }],
    });
    await expect(stripe.payouts.create({ amount: 1, currency: "brl" })).rejects.toMatchObject({
      code: "balance_insufficient",
    });
    await world.advance("40d");
    expect(await stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 9_562, currency: "brl" }],
      pending: [{ amount: 0, currency: "brl" }],
    });
  });

  it("pays out, and the transactions add up to the balance", async () => {
    const stripe = await openStripe();
    const first = await payByCard("stripe");
    const second = await payByCard("stripe");
    await stripe.refunds.create({ payment_intent: first, amount: 2_500 });
    await world.advance("40d");
    await stripe.refunds.create({ payment_intent: second, amount: 1_000 });
    const payout = await stripe.payouts.create({ amount: 9_000, currency: "brl" });
    expect(payout).toMatchObject({ object: "payout", status: "pending", amount: 9_000 });
    await world.advance("5d");
    expect(await stripe.payouts.retrieve(payout.id)).toMatchObject({ status: "paid" });
    const transactions = (await stripe.balanceTransactions.list({ limit: 100 })).data;
    expect(transactions.map(({ type, net }) => [type, net])).toEqual([
      ["payout", -9_000],
      ["refund", -1_000],
      ["refund", -2_500],
      ["charge", 9_562],
      ["charge", 9_562],
    ]);
    const sum = transactions.reduce((total, { net }) => total + net, 0);
    expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: sum, currency: "brl" }]);
    expect((await stripe.balanceTransactions.list({ type: "payout" })).data).toHaveLength(1);
  });

  it("sees a dispute come, be answered and be won, with its webhooks", async () => {
    const stripe = await openStripe();
    receiver = await startReceiver();
    await stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["*"] });
    const id = await payByCard("stripe");
    await world.advance("40d");
    await world.sandbox.payments.dispute(id, "product_not_received");
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
    // the amount and R$ 55.00 for the dispute are gone until it is decided
    expect(dispute).toMatchObject({
      object: "dispute",
      amount: 10_000,
      reason: "product_not_received",
      status: "needs_response",
      payment_intent: id,
      balance_transactions: [{ type: "adjustment", reporting_category: "dispute", net: -15_500, fee: 5_500 }],
    });
    expect(dispute?.evidence_details.due_by).toBeGreaterThan(dispute?.created ?? 0);
    expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 9_562 - 15_500 }]);
    await expect(stripe.refunds.create({ payment_intent: id })).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
    });
    const answered = await stripe.disputes.update(dispute?.id ?? "", {
      evidence: { product_description: "Café" },
      submit: true,
    });
    expect(answered).toMatchObject({ status: "under_review", evidence_details: { submission_count: 1 } });
    await world.sandbox.payments.closeDispute(id, "won");
    const won = await stripe.disputes.retrieve(dispute?.id ?? "");
    expect(won).toMatchObject({ status: "won", balance_transactions: [{ net: -15_500 }, { net: 10_000 }] });
    expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 9_562 - 5_500 }]);
    await expect(stripe.disputes.close(won.id)).rejects.toMatchObject({ type: "StripeInvalidRequestError" });
    await world.advance("1m");
    const types = receiver.received.map(({ body }) => JSON.parse(body).type);
    // in no order that could be relied on, as at Stripe
    expect(types.filter((type) => type.startsWith("charge.dispute")).toSorted()).toEqual([
      "charge.dispute.closed",
      "charge.dispute.created",
      "charge.dispute.funds_reinstated",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
    ]);
  });
});

describe("Mercado Pago's own client reads the account's money over time", () => {
  async function open() {
    world = await liveWorld("mercadopago");
    Object.assign(AppConfig, { BASE_URL: world.providerUrl });
    return () =>
      new Payment(new MercadoPagoConfig({ accessToken: world.credential, options: { maxRetries: 0 } }));
  }

  it("sees fees, net and the day of release", async () => {
    const payments = await open();
    const id = await payByCard("mercadopago");
    const payment = await payments().get({ id });
    // 4.98 % of R$ 100.00 (price list of Brazil, unverified), released after 14 days
    expect(payment).toMatchObject({
      status: "approved",
      fee_details: [{ type: "mercadopago_fee", amount: 4.98, fee_payer: "collector" }],
      transaction_details: { net_received_amount: 95.02, total_paid_amount: 100 },
      money_release_status: "pending",
    });
    const paidAt = Date.parse(payment.date_approved ?? "");
    const releasedAt = Date.parse(payment.money_release_date ?? "");
    expect((releasedAt - paidAt) / 86_400_000).toBeGreaterThanOrEqual(13);
    const balance = async () => {
      const session = await world.client.sessions.create({ servers: ["mercadopago"] });
      const read = await session.execute({
        name: "mercadopago_get_balance",
        arguments: { user_id: "1", currency_id: "BRL" },
      });
      return read.data;
    };
    expect(await balance()).toMatchObject({ available_balance: 0, unavailable_balance: 95.02 });
    await world.advance("20d");
    expect(await payments().get({ id })).toMatchObject({ money_release_status: "released" });
    expect(await balance()).toMatchObject({ available_balance: 95.02, unavailable_balance: 0 });
  });

  it("sees a payment charged back, and its chargeback", async () => {
    const payments = await open();
    receiver = await startReceiver();
    await world.emulator.addWebhook("mercadopago", sellerAccount, { url: receiver.url, secret: "secret" });
    const id = await payByCard("mercadopago");
    await world.sandbox.payments.dispute(id);
    expect(await payments().get({ id })).toMatchObject({
      status: "charged_back",
      status_detail: "in_process",
    });
    await world.advance("1m");
    const told = receiver.received
      .map(({ body }) => JSON.parse(body))
      .find(({ type }) => type === "chargebacks");
    const read = await fetch(`${world.providerUrl}/v1/chargebacks/${told?.data.id}`, {
      headers: { authorization: `Bearer ${world.credential}` },
    });
    expect(await read.json()).toMatchObject({
      id: told?.data.id,
      payments: [Number(id)],
      amount: 100,
      currency: "BRL",
      documentation_status: "pending",
    });
    await world.sandbox.payments.closeDispute(id, "won");
    expect(await payments().get({ id })).toMatchObject({ status: "approved" });
  });
});

describe("Asaas shows the account's money over time", () => {
  async function get(path: string) {
    const response = await fetch(`${world.providerUrl}${path}`, {
      headers: { access_token: world.credential, "user-agent": "test" },
    });
    return response.json();
  }

  it("by net value, credit date, balance and a statement that adds up", async () => {
    world = await liveWorld("asaas");
    const card = await payByCard("asaas");
    // R$ 1.99, as recorded; the card is in the balance 32 days later
    expect(await get(`/v3/payments/${card}`)).toMatchObject({
      status: "CONFIRMED",
      value: 100,
      netValue: 98.01,
    });
    expect(await get("/v3/finance/balance")).toEqual({ balance: 0 });
    expect(await get("/v3/financialTransactions")).toMatchObject({ totalCount: 0 });
    await world.advance("45d");
    expect(await get(`/v3/payments/${card}`)).toMatchObject({ status: "RECEIVED" });
    const session = await world.client.sessions.create({ servers: ["asaas"] });
    await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id: card, amount: 3_000 },
    });
    const sent = await session.execute({
      name: "asaas_create_transfer",
      arguments: { value: 50, pixAddressKey: "ana@example.com", pixAddressKeyType: "EMAIL" },
    });
    expect(sent.success).toBe(true);
    const { data } = await get("/v3/financialTransactions?order=asc&limit=100");
    expect(
      data.map(({ type, value, balance }: { type: string; value: number; balance: number }) => [
        type,
        value,
        balance,
      ]),
    ).toEqual([
      ["PAYMENT_RECEIVED", 100, 100],
      ["PAYMENT_FEE", -1.99, 98.01],
      ["PAYMENT_REVERSAL", -30, 68.01],
      ["TRANSFER", -50, 18.01],
    ]);
    expect(await get("/v3/finance/balance")).toEqual({ balance: 18.01 });
  });

  it("and a chargeback takes the gross amount back until it is decided", async () => {
    world = await liveWorld("asaas");
    const card = await payByCard("asaas");
    await world.advance("45d");
    await world.sandbox.payments.dispute(card);
    expect(await get(`/v3/payments/${card}`)).toMatchObject({
      status: "CHARGEBACK_REQUESTED",
      chargeback: { status: "REQUESTED", reason: "FRAUD", value: 100 },
    });
    // the fee stays with Asaas: 98.01 less 100
    expect(await get("/v3/finance/balance")).toEqual({ balance: -1.99 });
    expect(await get("/v3/chargebacks")).toMatchObject({ totalCount: 1, data: [{ payment: card }] });
    expect(await get(`/v3/payments/${card}/chargeback`)).toMatchObject({ status: "REQUESTED" });
    await world.sandbox.payments.closeDispute(card, "won");
    expect(await get(`/v3/payments/${card}`)).toMatchObject({ status: "RECEIVED" });
    expect(await get("/v3/finance/balance")).toEqual({ balance: 98.01 });
    const { data } = await get("/v3/financialTransactions?order=asc");
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      "PAYMENT_RECEIVED",
      "PAYMENT_FEE",
      "CHARGEBACK",
      "CHARGEBACK_REVERSAL",
    ]);
  });

  it("and a boleto that is paid after its due date costs a fine and interest", async () => {
    world = await liveWorld("asaas");
    const session = await world.client.sessions.create({ servers: ["asaas"] });
    const customer = await session.execute({
      name: "asaas_create_customer",
      arguments: { name: "Ana Souza", cpfCnpj: "111.444.777-35" },
    });
    if (!customer.success) throw new Error(customer.error.message);
    const dueDate = calendarDateAt(world.sandbox.clock.now(), SAO_PAULO, 2);
    const made = await session.execute({
      name: "asaas_create_payment",
      arguments: {
        customer: (customer.data as { id: string }).id,
        billingType: "BOLETO",
        value: 100,
        dueDate,
        externalReference: "sandbox:never_pays",
        fine: { value: 2, type: "PERCENTAGE" },
        interest: { value: 1 },
        discount: { value: 5, dueDateLimitDays: 1, type: "FIXED" },
      },
    });
    if (!made.success) throw new Error(made.error.message);
    const { id } = made.data as { id: string };
    expect(await get(`/v3/payments/${id}`)).toMatchObject({
      status: "PENDING",
      value: 100,
      originalValue: null,
      interestValue: null,
      fine: { value: 2, type: "PERCENTAGE" },
      interest: { value: 1, type: "PERCENTAGE" },
      discount: { value: 5, dueDateLimitDays: 1, type: "FIXED" },
    });
    // thirty days after the due date: 2 % and a month at 1 %
    await world.advance("32d");
    expect(await get(`/v3/payments/${id}`)).toMatchObject({
      status: "OVERDUE",
      value: 100,
      interestValue: 3,
    });
    await world.sandbox.payments.confirm(id);
    expect(await get(`/v3/payments/${id}`)).toMatchObject({
      status: "RECEIVED",
      value: 103,
      originalValue: 100,
      interestValue: 3,
      netValue: 101.01,
    });
    expect(await get("/v3/finance/balance")).toEqual({ balance: 101.01 });
  });
});

describe.each([
  {
    server: "pagarme",
    read: (id: string) => ({ name: "pagarme_get_charge", arguments: { charge_id: id } }),
    open: "chargedback",
    lost: "chargedback",
    won: "paid",
    events: ["charge.chargedback"],
  },
  {
    server: "zoop",
    read: (id: string) => ({ name: "zoop_get_transaction", arguments: { transaction_id: id } }),
    open: "dispute",
    lost: "charged_back",
    won: "succeeded",
    events: ["transaction.disputed", "transaction.charged_back"],
  },
])("a dispute at $server", ({ server, read, open, lost, won, events }) => {
  it.each(["lost", "won"] as const)("that is %s, by its status and its webhooks", async (outcome) => {
    world = await liveWorld(server);
    receiver = await startReceiver();
    await world.emulator.addWebhook(server, sellerAccount, { url: receiver.url, secret: "" });
    const id = await payByCard(server);
    const readNow = async () => {
      const session = await world.client.sessions.create({ servers: [server] });
      return (await session.execute(read(id))).data;
    };
    await world.advance("40d");
    await world.sandbox.payments.dispute(id, "product_not_received");
    expect(await readNow()).toMatchObject({ status: open });
    await world.advance("1m");
    await world.sandbox.payments.closeDispute(id, outcome);
    expect(await readNow()).toMatchObject({ status: { lost, won }[outcome] });
    await world.advance("1m");
    const types = receiver.received.map(({ body }) => JSON.parse(body).type);
    const disputed = types.filter((type) => /dispute|charge.?d_?back/.test(type));
    expect(disputed).toEqual(outcome === "lost" ? events : events.slice(0, 1));
    expect(world.webhookResponses.every((code) => code === 200)).toBe(true);
  });
});
