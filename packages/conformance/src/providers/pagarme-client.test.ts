import {
  ChargesController,
  Client,
  type CreateOrderRequest,
  OrdersController,
  RecipientsController,
} from "@pagarme/pagarme-nodejs-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

interface SdkRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  auth: { username: string; password: string };
  data?: string;
}

let world: Awaited<ReturnType<typeof liveWorld>>;

/** The official client, whose host is fixed, sent to the emulator instead. */
function openClient(username: string) {
  const adapter = async ({ url, method, headers, auth, data }: SdkRequest) => {
    const authorization = `Basic ${btoa(`${auth.username}:${auth.password}`)}`;
    const target = url.replace("https://api.pagar.me", world.providerUrl);
    const response = await fetch(target, {
      method,
      headers: { ...headers, authorization },
      body: data ?? null,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      data: await response.text(),
    };
  };
  const client = new Client({
    basicAuthCredentials: { username, password: "" },
    unstable_httpClientOptions: { adapter },
  });
  return {
    orders: new OrdersController(client),
    charges: new ChargesController(client),
    recipients: new RecipientsController(client),
  };
}

beforeEach(async () => {
  world = await liveWorld("pagarme");
});
afterEach(() => world.close());

const order: CreateOrderRequest = {
  code: "order-7",
  closed: true,
  items: [{ amount: 15_990, description: "Camiseta", quantity: 1, category: "clothes" }],
  customer: {
    name: "Ana Souza",
    email: "ana@example.com",
    document: "11144477735",
    type: "individual",
    code: "ana",
    metadata: {},
    phones: { mobilePhone: { countryCode: "55", areaCode: "11", number: "987654321" } },
    address: {
      street: "Av. Paulista",
      number: "100",
      neighborhood: "Bela Vista",
      complement: "7",
      zipCode: "01310100",
      city: "São Paulo",
      state: "SP",
      country: "BR",
      line1: "100, Av. Paulista, Bela Vista",
      line2: "7",
    },
  },
  payments: [{ paymentMethod: "pix", pix: { expiresIn: 3600 } }],
};

describe("Pagar.me's own client on the emulator", () => {
  it("orders once by a key, reads the charge, gives back and sees its balance move", async () => {
    const { orders, charges, recipients } = openClient(world.credential);
    const { result: made } = await orders.createOrder(order, "key-1");
    const { result: again } = await orders.createOrder(order, "key-1");
    expect(again.id).toBe(made.id);
    expect((await orders.getOrders(1, 30, "order-7")).result.data).toHaveLength(1);
    const chargeId = made.charges?.[0]?.id ?? "";
    expect(made.charges?.[0]).toMatchObject({ status: "pending", amount: 15_990 });
    await world.advance("1m");
    const { result: paid } = await charges.getCharge(chargeId);
    expect(paid).toMatchObject({ status: "paid", paidAmount: 15_990 });
    await charges.cancelCharge(chargeId, { amount: 5_990, operationReference: "r" }, "key-2");
    await charges.cancelCharge(chargeId, { amount: 5_990, operationReference: "r" }, "key-2");
    const { result: balance } = await recipients.getBalance("re_1");
    expect(balance).toMatchObject({ currency: "BRL", availableAmount: 10_000n, paymentProfileId: null });
    const transfer = { amount: 4_000, metadata: { week: "48" } };
    const { result: sent } = await recipients.createTransfer("re_1", transfer, "key-3");
    await recipients.createTransfer("re_1", transfer, "key-3");
    expect(sent).toMatchObject({
      id: expect.stringMatching(/^tran_/),
      amount: 4_000,
      metadata: { week: "48" },
    });
    expect((await recipients.getBalance("re_1")).result).toMatchObject({
      availableAmount: 6_000n,
      transferredAmount: 4_000n,
    });
  });

  it("captures a part of what a card holds", async () => {
    const { orders, charges } = openClient(world.credential);
    const creditCard = { cardToken: "tok_visa", operationType: "auth_only", installments: 1 };
    const payments = [{ paymentMethod: "credit_card", creditCard }];
    const { result: made } = await orders.createOrder({ ...order, payments });
    const held = made.charges?.[0];
    expect(held).toMatchObject({
      status: "pending",
      lastTransaction: { status: "authorized_pending_capture" },
    });
    const capture = { amount: 10_000, code: "order-7", operationReference: "c" };
    const { result: captured } = await charges.captureCharge(held?.id ?? "", capture);
    expect(captured).toMatchObject({ status: "paid", paidAmount: 10_000 });
  });

  it("sees what CodeSpar transferred", async () => {
    const { recipients, orders } = openClient(world.credential);
    await orders.createOrder(order);
    await world.advance("1m");
    const session = await world.client.sessions.create({ servers: ["pagarme"] });
    const sent = await session.execute({
      name: "pagarme_create_transfer",
      arguments: { recipient_id: "re_1", amount: 4_000, metadata: {} },
    });
    expect(sent).toMatchObject({ success: true, data: { amount: 4_000 } });
    expect((await recipients.getBalance("re_1")).result.transferredAmount).toBe(4_000n);
    const read = await session.execute({ name: "pagarme_get_balance", arguments: { recipient_id: "re_1" } });
    expect(read).toMatchObject({ success: true, data: { transferred_amount: 4_000 } });
  });

  it("is refused in the classes that it has for errors", async () => {
    const { charges } = openClient(world.credential);
    await expect(charges.getCharge("ch_of_nobody")).rejects.toMatchObject({ statusCode: 404 });
    const stranger = openClient("nothing");
    await expect(stranger.charges.getCharge("ch_1")).rejects.toMatchObject({ statusCode: 401 });
  });
});
