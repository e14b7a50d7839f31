import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "@codespar/contract";
import { connect, mercadopagoConnector, stripeConnector } from "@codespar/providers/connect";
import {
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
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Captured {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

const captured: Captured[] = [];
/** Understands nothing and says yes to everything, so that each client sends what it would. */
const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += String(piece);
  const { method = "", url = "", headers } = request;
  captured.push({ method, path: url, headers: headers as Record<string, string>, body });
  response
    .setHeader("content-type", "application/json")
    .end('{"id":"1","object":"list","data":[],"results":[]}');
});
let url = "";
const realUrl = AppConfig.BASE_URL;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  Object.assign(AppConfig, { BASE_URL: url });
});
afterAll(async () => {
  Object.assign(AppConfig, { BASE_URL: realUrl });
  server.closeAllConnections();
  await once(server.close(), "close");
});

async function captureOne(act: () => Promise<unknown>): Promise<Captured> {
  captured.length = 0;
  await act().catch(() => {});
  const [request] = captured;
  if (request === undefined || captured.length > 1) throw new Error(`${captured.length} requests were sent.`);
  return request;
}

/**
 * What the two must have in common. Left out, with the reason: `user-agent`, `x-stripe-client-user-agent`, `x-product-id` and
 * `x-tracking-id` name the program; `accept-encoding`, `accept-language`, `connection` and `sec-fetch-mode` are the transport's;
 * the key differs in value, because ours is the operation's; a GET of Stripe's client says a content type for no content.
 */
function comparable({ method, path, headers, body }: Captured) {
  const [bare = "", query = ""] = path.split(/\?(.*)/s, 2);
  const { authorization, accept, "content-type": type, "stripe-version": version } = headers;
  const key = headers["idempotency-key"] ?? headers["x-idempotency-key"];
  return {
    method,
    path: bare,
    query: [...new URLSearchParams(query)].toSorted(),
    authorization,
    version,
    accepts: accept === undefined || accept.includes("json") || accept === "*/*",
    type: body === "" ? undefined : type?.split(";")[0],
    hasKey: key !== undefined,
    body: parseBody(body),
  };
}

/** Without what is ours: the operation's id in Stripe's metadata. */
function parseBody(body: string): unknown {
  if (body.startsWith("{")) return JSON.parse(body);
  return [...new URLSearchParams(body)].filter(([key]) => !key.startsWith("metadata[codespar_")).toSorted();
}

async function ours(definition: typeof stripeConnector, tool: string, args: JsonObject): Promise<Captured> {
  const provider = connect(definition, { environment: "test", baseUrl: url });
  return captureOne(() =>
    provider.execute({
      operationId: "tc_01",
      tool,
      arguments: args,
      account: "org_1",
      credentials: { secret_key: "sk_test_1", access_token: "TEST-1" },
      signal: new AbortController().signal,
      emit: () => {},
    }),
  );
}

const pix = {
  amount: 15990,
  currency: "brl",
  confirm: true,
  payment_method_data: { type: "pix" as const },
  metadata: { reference: "pedido-1" },
  expand: ["latest_charge.refunds"],
};
const line = {
  quantity: 2,
  price_data: { currency: "brl", unit_amount: 500, product_data: { name: "Café" } },
};

describe("requests of the Stripe connector are those of Stripe's own client", () => {
  const stripe = () => {
    const { hostname, port } = new URL(url);
    return new Stripe("sk_test_1", {
      host: hostname,
      port,
      protocol: "http",
      maxNetworkRetries: 0,
      telemetry: false,
    });
  };
  it.each<[string, JsonObject, (client: Stripe) => Promise<unknown>]>([
    [
      "stripe_create_payment_intent",
      pix,
      (client) => client.paymentIntents.create(pix, { idempotencyKey: "k" }),
    ],
    [
      "stripe_get_payment_intent",
      { id: "pi_1", expand: pix.expand },
      (client) => client.paymentIntents.retrieve("pi_1", { expand: pix.expand }),
    ],
    [
      "stripe_confirm_payment_intent",
      { id: "pi_1", payment_method: "pm_1" },
      (client) => client.paymentIntents.confirm("pi_1", { payment_method: "pm_1" }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_cancel_payment_intent",
      { id: "pi_1" },
      (client) => client.paymentIntents.cancel("pi_1", {}, { idempotencyKey: "k" }),
    ],
    [
      "stripe_capture_payment_intent",
      { id: "pi_1", amount_to_capture: 100 },
      (client) => client.paymentIntents.capture("pi_1", { amount_to_capture: 100 }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_list_payment_intents",
      { limit: 5, starting_after: "pi_1", created: { gte: 1, lt: 2 } },
      (client) =>
        client.paymentIntents.list({ limit: 5, starting_after: "pi_1", created: { gte: 1, lt: 2 } }),
    ],
    [
      "stripe_list_checkout_sessions",
      { limit: 5, status: "open" },
      (client) => client.checkout.sessions.list({ limit: 5, status: "open" }),
    ],
    [
      "stripe_create_refund",
      { payment_intent: "pi_1", amount: 100 },
      (client) => client.refunds.create({ payment_intent: "pi_1", amount: 100 }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_create_customer",
      { email: "ana@example.com", name: "Ana" },
      (client) => client.customers.create({ email: "ana@example.com", name: "Ana" }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_list_customers",
      { email: "ana@example.com", limit: 3 },
      (client) => client.customers.list({ email: "ana@example.com", limit: 3 }),
    ],
    [
      "stripe_create_checkout_session",
      { mode: "payment", success_url: "https://a.example/?x=1", line_items: [line] },
      (client) =>
        client.checkout.sessions.create(
          { mode: "payment", success_url: "https://a.example/?x=1", line_items: [line] },
          { idempotencyKey: "k" },
        ),
    ],
    ["stripe_get_checkout_session", { id: "cs_1" }, (client) => client.checkout.sessions.retrieve("cs_1")],
    [
      "stripe_create_payment_link",
      { line_items: [{ price: "price_1", quantity: 1 }] },
      (client) =>
        client.paymentLinks.create(
          { line_items: [{ price: "price_1", quantity: 1 }] },
          { idempotencyKey: "k" },
        ),
    ],
    [
      "stripe_create_subscription",
      { customer: "cus_1", items: [{ price: "price_1" }] },
      (client) =>
        client.subscriptions.create(
          { customer: "cus_1", items: [{ price: "price_1" }] },
          { idempotencyKey: "k" },
        ),
    ],
    ["stripe_cancel_subscription", { id: "sub_1" }, (client) => client.subscriptions.cancel("sub_1")],
    [
      "stripe_create_product",
      { name: "Plano" },
      (client) => client.products.create({ name: "Plano" }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_create_price",
      { product: "prod_1", currency: "brl", unit_amount: 4990 },
      (client) =>
        client.prices.create(
          { product: "prod_1", currency: "brl", unit_amount: 4990 },
          { idempotencyKey: "k" },
        ),
    ],
    ["stripe_list_prices", { product: "prod_1" }, (client) => client.prices.list({ product: "prod_1" })],
    [
      "stripe_create_invoice",
      { customer: "cus_1" },
      (client) => client.invoices.create({ customer: "cus_1" }, { idempotencyKey: "k" }),
    ],
    [
      "stripe_finalize_invoice",
      { id: "in_1" },
      (client) => client.invoices.finalizeInvoice("in_1", {}, { idempotencyKey: "k" }),
    ],
    ["stripe_get_balance", {}, (client) => client.balance.retrieve()],
    [
      "stripe_list_disputes",
      { payment_intent: "pi_1" },
      (client) => client.disputes.list({ payment_intent: "pi_1" }),
    ],
  ])("%s", async (tool, args, act) => {
    const theirs = await captureOne(() => act(stripe()));
    expect(comparable(await ours(stripeConnector, tool, args))).toEqual(comparable(theirs));
  });

  it("covers every tool that it has", () => {
    expect(Object.keys(stripeConnector.wire.tools)).toHaveLength(22);
  });
});

const payer = { email: "ana@example.com" };
const payment = { transaction_amount: 159.9, description: "Pedido", payment_method_id: "pix", payer };
const page = { items: [{ id: "1", title: "Café", quantity: 2, unit_price: 5 }] };
const plan = {
  reason: "Plano",
  payer_email: "ana@example.com",
  auto_recurring: { frequency: 1, frequency_type: "months", transaction_amount: 49.9, currency_id: "BRL" },
};

describe("requests of the Mercado Pago connector are those of Mercado Pago's own client", () => {
  const config = () => new MercadoPagoConfig({ accessToken: "TEST-1", options: { maxRetries: 0 } });
  it.each<[string, JsonObject, () => Promise<unknown>]>([
    [
      "mercadopago_create_payment",
      { ...payment, external_reference: "tc_01" },
      () => new Payment(config()).create({ body: { ...payment, external_reference: "tc_01" } }),
    ],
    ["mercadopago_get_payment", { id: 1 }, () => new Payment(config()).get({ id: 1 })],
    [
      "mercadopago_search_payments",
      { external_reference: "pedido-1", sort: "date_created", criteria: "desc" },
      () =>
        new Payment(config()).search({
          options: { external_reference: "pedido-1", sort: "date_created", criteria: "desc" },
        }),
    ],
    ["mercadopago_cancel_payment", { id: 1 }, () => new Payment(config()).cancel({ id: 1 })],
    [
      "mercadopago_capture_payment",
      { id: 1, transaction_amount: 50 },
      () => new Payment(config()).capture({ id: 1, transaction_amount: 50 }),
    ],
    [
      "mercadopago_search_preferences",
      { external_reference: "pedido-1", limit: 5, offset: 0 },
      () =>
        new Preference(config()).search({
          options: { external_reference: "pedido-1", limit: 5, offset: 0 },
        }),
    ],
    [
      "mercadopago_create_refund",
      { payment_id: 1, amount: 50 },
      () => new PaymentRefund(config()).create({ payment_id: 1, body: { amount: 50 } }),
    ],
    [
      "mercadopago_create_refund",
      { payment_id: 1 },
      () => new PaymentRefund(config()).total({ payment_id: 1 }),
    ],
    [
      "mercadopago_create_preference",
      { ...page, external_reference: "tc_01" },
      () => new Preference(config()).create({ body: { ...page, external_reference: "tc_01" } }),
    ],
    [
      "mercadopago_get_preference",
      { id: "1-a" },
      () => new Preference(config()).get({ preferenceId: "1-a" }),
    ],
    [
      "mercadopago_create_customer",
      { email: "ana@example.com" },
      () => new Customer(config()).create({ body: { email: "ana@example.com" } }),
    ],
    [
      "mercadopago_list_customers",
      { email: "ana@example.com" },
      () => new Customer(config()).search({ options: { email: "ana@example.com" } }),
    ],
    ["mercadopago_list_payment_methods", {}, () => new PaymentMethod(config()).get()],
    [
      "mercadopago_get_merchant_order",
      { id: "1" },
      () => new MerchantOrder(config()).get({ merchantOrderId: 1 }),
    ],
    [
      "mercadopago_create_subscription",
      { ...plan, external_reference: "tc_01" },
      () => new PreApproval(config()).create({ body: { ...plan, external_reference: "tc_01" } }),
    ],
    ["mercadopago_get_subscription", { id: "p1" }, () => new PreApproval(config()).get({ id: "p1" })],
    [
      "mercadopago_cancel_subscription",
      { id: "p1" },
      () => new PreApproval(config()).update({ id: "p1", body: { status: "cancelled" } }),
    ],
  ])("%s", async (tool, args, act) => {
    const theirs = await captureOne(act);
    expect(comparable(await ours(mercadopagoConnector, tool, args))).toEqual(comparable(theirs));
  });
});
