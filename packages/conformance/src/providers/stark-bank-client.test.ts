import { generateKeyPairSync } from "node:crypto";
import { http, passthrough } from "msw";
import { setupServer } from "msw/node";
import starkbank from "starkbank";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startReceiver } from "../webhooks/receiver.ts";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;

/** The client knows its own host alone: each request goes on to the emulator, its signature as it is. */
const redirect = setupServer(
  http.all("https://sandbox.api.starkbank.com/*", async ({ request }) => {
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(
      [...request.headers].filter(([name]) => /^(?:access-|content-type)/.test(name)),
    );
    const body = request.method === "GET" ? null : await request.text();
    return fetch(`${world.providerUrl}${pathname}${search}`, { method: request.method, headers, body });
  }),
  http.all(/^http:\/\/127\.0\.0\.1/, () => passthrough()),
);
beforeAll(() => redirect.listen());
afterAll(() => redirect.close());

beforeEach(async () => {
  world = await liveWorld("stark-bank");
  const { access_id = "", private_key = "" } = world.credentials;
  starkbank.setUser(
    new starkbank.Project({
      environment: "sandbox",
      id: access_id.replace("project/", ""),
      privateKey: private_key,
    }),
  );
});
afterEach(() => world.close());

const customer = { name: "Ana Souza", document: "111.444.777-35" };

async function pay(reference = "order-7") {
  const session = await world.client.sessions.create({ servers: ["stark-bank"] });
  const paid = await session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 15_990, currency: "BRL", reference, customer },
  });
  if (!paid.success) throw new Error(paid.error.message);
  return { tool_call_id: paid.tool_call_id, ...(paid.data as { payment_id: string }) };
}

it("the official client reads what CodeSpar issued, finds it by its tag, and CodeSpar gives back what the client issued", async () => {
  const { payment_id, tool_call_id } = await pay();
  const read = await starkbank.invoice.get(payment_id);
  expect(read).toMatchObject({ id: payment_id, status: "created", amount: 15_990, tags: [tool_call_id] });
  const found = [];
  for await (const invoice of await starkbank.invoice.query({ tags: [String(tool_call_id)] }))
    found.push(invoice.id);
  expect(found).toEqual([payment_id]);
  const [made] = await starkbank.invoice.create([
    new starkbank.Invoice({ amount: 5000, name: "Bia", taxId: "529.982.247-25", tags: ["theirs"] }),
  ]);
  const id = String(made?.id);
  await world.advance("1m");
  const session = await world.client.sessions.create({ servers: ["stark-bank"] });
  expect(
    await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", provider: "stark-bank", payment_id: id, amount: 2000 },
    }),
  ).toMatchObject({ success: true, data: { status: "partially_refunded", refunds: [{ amount: 2000 }] } });
  expect(await starkbank.invoice.get(id)).toMatchObject({
    status: "paid",
    amount: 3000,
    nominalAmount: 5000,
  });
  const types = [];
  for await (const { type } of await starkbank.invoice.log.query({ invoiceIds: [id] })) types.push(type);
  expect(types).toEqual(["reversed", "paid", "created"]);
});

it("moves money, and shows balance, statement and boletos", async () => {
  await pay();
  await world.advance("1m");
  const [transfer] = await starkbank.transfer.create([
    new starkbank.Transfer({
      amount: 990,
      name: "Bia",
      taxId: "529.982.247-25",
      bankCode: "20018183",
      branchCode: "0001",
      accountNumber: "10000-0",
      externalId: "op-1",
      tags: ["op-1"],
    }),
  ]);
  await world.advance("1m");
  expect(await starkbank.transfer.get(String(transfer?.id))).toMatchObject({
    status: "success",
    externalId: "op-1",
  });
  expect(await starkbank.balance.get()).toMatchObject({ amount: 15_000, currency: "BRL" });
  const amounts = [];
  for await (const { amount } of await starkbank.transaction.query({ limit: 10 })) amounts.push(amount);
  expect(amounts).toEqual([-990, 15_990]);
  const address = {
    streetLine1: "Rua 1",
    streetLine2: "-",
    district: "Centro",
    city: "Recife",
    stateCode: "PE",
    zipCode: "50000-000",
  };
  const [boleto] = await starkbank.boleto.create([
    new starkbank.Boleto({ amount: 5000, name: "Ana", taxId: "111.444.777-35", ...address }),
  ]);
  expect(boleto).toMatchObject({ status: "created", city: "Recife", line: expect.any(String) });
});

it("verifies the webhook with the key that it reads, as CodeSpar does", async () => {
  await using receiver = await startReceiver();
  await starkbank.webhook.create({ url: receiver.url, subscriptions: ["invoice"] });
  const { payment_id, tool_call_id } = await pay();
  await world.advance("1m");
  const types = [];
  for (const { body, headers } of receiver.received) {
    const event = await starkbank.event.parse({
      content: body,
      signature: String(headers["digital-signature"]),
    });
    types.push([event.subscription, Object(event.log).type]);
  }
  expect(types).toEqual([
    ["invoice", "created"],
    ["invoice", "paid"],
  ]);
  const { data } = await world.client.events.list();
  const confirmed = data.filter(({ type }) => type === "payment.confirmed");
  expect(confirmed).toMatchObject([{ tool_call_id, data: { payment_id, reference: "order-7" } }]);
  expect(world.webhookResponses).toEqual([200, 200]);
  // the same body with the signature of another
  const [first, second] = receiver.received;
  const forged = await fetch(`${world.url}/v1/webhooks/stark-bank/endpoint-token`, {
    method: "POST",
    headers: { "digital-signature": String(second?.headers["digital-signature"]) },
    body: first?.body ?? "",
  });
  expect(forged.status).toBe(401);
});

it("refuses what another key signed, and in Stark Bank's own words what is wrong", async () => {
  const { privateKey: other } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  const privateKey = other.export({ type: "sec1", format: "pem" }).toString();
  const { access_id = "" } = world.credentials;
  const stranger = new starkbank.Project({
    environment: "sandbox",
    id: access_id.replace("project/", ""),
    privateKey,
  });
  await expect(starkbank.balance.get({ user: stranger })).rejects.toMatchObject({
    errors: [{ code: "invalidSignature" }],
  });
  const bad = new starkbank.BrcodePayment({ brcode: "x", taxId: "1", description: "Compra do dia" });
  await expect(starkbank.brcodePayment.create([bad])).rejects.toMatchObject({
    errors: [{ code: "invalidBrcode" }],
  });
});
