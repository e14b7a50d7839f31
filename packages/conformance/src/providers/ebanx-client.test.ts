import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

type Fields = Record<string, unknown>;
type Method = (params: Fields, callback: (error: unknown, body: string) => void) => void;

/** What is used of the client, which has no types. */
interface EbanxClient extends Record<"cancel" | "capture" | "direct" | "query" | "refund", Method> {
  configure(options: { integrationKey: string; testMode: boolean }): void;
  settings: { getEndPoint(): string };
}

const openClient: () => EbanxClient = createRequire(import.meta.url)("ebanx");

let world: Awaited<ReturnType<typeof liveWorld>>;
let client: EbanxClient;

beforeEach(async () => {
  world = await liveWorld("ebanx");
  client = openClient();
  client.configure({ integrationKey: world.credentials.integration_key ?? "", testMode: true });
  // its hosts are fixed
  client.settings.getEndPoint = () => `${world.providerUrl}/`;
});
afterEach(() => world.close());

async function call(method: Exclude<keyof EbanxClient, "configure" | "settings">, params: Fields) {
  return new Promise<Fields & { payment: Fields }>((resolve) =>
    client[method](params, (_error, body) => resolve(JSON.parse(body))),
  );
}

const order = {
  payment: {
    name: "Ana Souza",
    email: "ana@example.com",
    document: "111.444.777-35",
    country: "br",
    payment_type_code: "pix",
    merchant_payment_code: "order-7",
    currency_code: "BRL",
    amount_total: 159.9,
  },
  // the client looks for them here as well
  currency_code: "BRL",
};
const card = {
  ...order,
  payment: {
    ...order.payment,
    payment_type_code: "creditcard",
    instalments: 1,
    creditcard: { token: "tok_visa", auto_capture: false },
  },
};

describe("EBANX's own client on the emulator", () => {
  it("charges by a form that holds JSON, reads by the query, and gives back", async () => {
    const made = await call("direct", order);
    expect(made).toMatchObject({
      status: "SUCCESS",
      payment: {
        hash: expect.stringMatching(/^[0-9a-f]{48}$/),
        merchant_payment_code: "order-7",
        status: "PE",
        amount_ext: "159.90",
        pix: { qr_code_value: expect.stringMatching(/^000201/) },
      },
    });
    expect(Object.keys(made.payment)).not.toContain("creditcard");
    await world.advance("1m");
    const { hash } = made.payment;
    expect(await call("query", { merchant_payment_code: "order-7" })).toMatchObject({
      payment: { hash, status: "CO", due_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
    });
    const refund = { operation: "request", hash, amount: 59.9, description: "Order did not arrive" };
    expect(await call("refund", refund)).toMatchObject({
      status: "SUCCESS",
      operation: "refund",
      refund: { amount_ext: "59.90", description: "Order did not arrive" },
    });
    expect(await call("query", { hash })).toMatchObject({ payment: { refunds: [{ amount_ext: "59.90" }] } });
  });

  it("captures a part of what a card holds, and cancels what is not captured", async () => {
    const held = await call("direct", card);
    expect(held.payment).toMatchObject({ status: "PE", capture_available: true });
    expect(await call("capture", { hash: held.payment.hash, amount: 100 })).toMatchObject({
      payment: { status: "CO", amount_ext: "100.00", capture_available: false, payment_type_code: "visa" },
    });
    const other = await call("direct", {
      ...card,
      payment: { ...card.payment, merchant_payment_code: "order-8" },
    });
    expect(await call("cancel", { hash: other.payment.hash })).toMatchObject({
      status: "SUCCESS",
      operation: "cancel",
      payment: { status: "CA", transaction_status: { code: "NOK" } },
    });
  });

  it("reads what CodeSpar has made by the operation's id, and the order's number as the caller gave it", async () => {
    const session = await world.client.sessions.create({ servers: ["ebanx"] });
    const { payment } = order;
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: {
        method: "pix",
        amount: 15_990,
        currency: "BRL",
        reference: "order-9",
        customer: { name: payment.name, email: payment.email, document: payment.document },
      },
    });
    expect(paid).toMatchObject({ success: true, data: { reference: "order-9" } });
    expect(await call("query", { merchant_payment_code: paid.tool_call_id })).toMatchObject({
      payment: { order_number: "order-9", amount_ext: "159.90" },
    });
  });

  it("is refused as EBANX refuses, with the HTTP status of a success", async () => {
    await call("direct", order);
    const code = async (...args: Parameters<typeof call>) => (await call(...args)).status_code;
    expect(await code("direct", order)).toBe("BP-DR-0");
    expect(await code("refund", { operation: "request", hash: "0", amount: 1, description: "x" })).toBe(
      "BP-REF-CAN-2",
    );
    client.configure({ integrationKey: "live_ik_0123456789", testMode: true });
    expect(await code("query", { hash: "0" })).toBe("BP-SA-2");
    client.configure({ integrationKey: world.credentials.integration_key ?? "", testMode: true });
    expect(await call("query", { merchant_payment_code: "order-7" })).toMatchObject({
      payment: { status: "PE", refunds: [] },
    });
  });
});
