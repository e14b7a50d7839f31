import { existsSync } from "node:fs";
import { Configuration, CustomersApi, OrdersApi, PaymentLinkApi } from "conekta";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
let orders: OrdersApi;
let customers: CustomersApi;
let pages: PaymentLinkApi;

beforeEach(async () => {
  world = await liveWorld("conekta");
  const configuration = new Configuration({ accessToken: world.credential, basePath: world.providerUrl });
  orders = new OrdersApi(configuration);
  customers = new CustomersApi(configuration);
  pages = new PaymentLinkApi(configuration);
});
afterEach(() => world.close());

const customer_info = { name: "Ana Souza", email: "ana@example.com", phone: "+525512345678" };
const line_items = [{ name: "Pedido", unit_price: 15_990, quantity: 1 }];

it("the official client reads what CodeSpar charged, and CodeSpar gives back what the client charged", async () => {
  const session = await world.client.sessions.create({ servers: ["conekta"] });
  const paid = await session.execute({
    name: "codespar_pay",
    arguments: {
      method: "spei",
      amount: 15_990,
      currency: "MXN",
      reference: "order-7",
      customer: customer_info,
    },
  });
  if (!paid.success) throw new Error(paid.error.message);
  const { payment_id } = paid.data as { payment_id: string };
  const { data: order } = await orders.getOrderById(payment_id);
  expect(order).toMatchObject({
    id: payment_id,
    payment_status: "pending_payment",
    amount: 15_990,
    metadata: { reference: `${paid.tool_call_id}-order-7` },
  });
  const { data: made } = await orders.createOrder({
    currency: "MXN",
    customer_info,
    line_items,
    charges: [{ payment_method: { type: "cash", expires_at: Math.floor(Date.now() / 1000) + 86_400 } }],
    metadata: { reference: "order-8" },
  });
  await world.advance("3h");
  const { data: found } = await orders.getOrders(undefined, undefined, 20, "order-8");
  expect(found.data.map(({ id, payment_status }) => [id, payment_status])).toEqual([[made.id, "paid"]]);
  const later = await world.client.sessions.create({ servers: ["conekta"] });
  const refunded = await later.execute({
    name: "codespar_pay",
    arguments: { action: "refund", provider: "conekta", payment_id: made.id ?? "", amount: 5_000 },
  });
  expect(refunded).toMatchObject({ success: true, data: { status: "partially_refunded" } });
  const { data: after } = await orders.getOrderById(made.id ?? "");
  expect(after).toMatchObject({ payment_status: "partially_refunded", amount_refunded: 5_000 });
});

it("keeps customers and payment links", async () => {
  const { data: customer } = await customers.createCustomer(customer_info);
  expect(customer).toMatchObject({
    id: expect.stringMatching(/^cus_/),
    object: "customer",
    name: "Ana Souza",
  });
  expect((await customers.getCustomerById(customer.id)).data.email).toBe("ana@example.com");
  const { data: page } = await pages.createCheckout({
    name: "Pedido",
    type: "PaymentLink",
    recurrent: false,
    expires_at: Math.floor(Date.now() / 1000) + 86_400,
    allowed_payment_methods: ["card", "cash"],
    needs_shipping_contact: false,
    order_template: { currency: "MXN", line_items, customer_info },
  });
  expect(page).toMatchObject({ object: "checkout", type: "PaymentLink", status: "Issued" });
});

it("refuses in Conekta's own words", async () => {
  await expect(orders.getOrderById("ord_of_nobody")).rejects.toMatchObject({
    response: { status: 404, data: { object: "error", type: "resource_not_found_error" } },
  });
  const charges = [{ payment_method: { type: "card", token_id: "tok_chargeDeclined" } }];
  await expect(
    orders.createOrder({ currency: "MXN", customer_info, line_items, charges }),
  ).rejects.toMatchObject({
    response: { status: 402, data: { type: "processing_error" } },
  });
  const stranger = new OrdersApi(new Configuration({ accessToken: "nothing", basePath: world.providerUrl }));
  await expect(stranger.getOrderById("ord_1")).rejects.toMatchObject({ response: { status: 401 } });
});

const spec = sharedFile("specs/conekta.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: Conekta's spec is not at ${spec}\n`);

it.skipIf(!existsSync(spec))("every response has what Conekta's specification says", async () => {
  const headers = { authorization: `Bearer ${world.credential}`, "content-type": "application/json" };
  const responses: Parameters<typeof judgeBySpecs>[1][number][] = [];
  const call = async (method: string, path: string, body?: object) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(world.providerUrl + path, { method, headers, body: text });
    const parsed = (await response.json()) as Record<string, unknown>;
    responses.push({ method, path, status: response.status, body: parsed });
    return parsed;
  };
  const order = (payment_method: object) =>
    call("POST", "/orders", { currency: "MXN", customer_info, line_items, charges: [{ payment_method }] });
  const spei = await order({ type: "spei" });
  await order({ type: "cash" });
  await order({ type: "card", token_id: "tok_visa" });
  await world.advance("3h");
  await call("GET", `/orders/${spei.id}`);
  await call("POST", `/orders/${spei.id}/refunds`, { amount: 100, reason: "other" });
  await call("GET", "/orders?limit=2");
  const customer = await call("POST", "/customers", customer_info);
  await call("GET", `/customers/${customer.id}`);
  await call("GET", "/customers");
  await call("GET", "/orders/ord_none");
  const judgement = judgeBySpecs([spec], responses);
  expect(judgement.judged).toBe(10);
  // the ways of paying share all their optional fields there, so that each fits several of them
  const own = judgement.problems.filter((problem) => !problem.includes("/payment_method"));
  expect(own).toEqual([]);
  expect(judgement.required.missing).toEqual([]);
});
