import type { PayArguments } from "@codespar/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

interface Slice {
  server: string;
  pay: PayArguments;
  /** How far the clock moves until the simulated customer has paid. */
  until: "3m" | "3h";
  /** As it is made. @default "pending" */
  made?: "paid" | undefined;
  /** Nobody gives it back by the API. @default false */
  keeps?: boolean | undefined;
  /** The tool that charges, where others are called before it. */
  tool?: string | undefined;
}

const customer = { name: "Ana Souza", email: "ana@example.com", phone: "+525512345678" };

const brazilian = {
  name: "Ana Souza",
  email: "ana@example.com",
  document: "111.444.777-35",
  phone: "+5511987654321",
};

const colombian = { name: "Ana Ejemplo", email: "ana@example.com", document: "1020304050" };

const slices: readonly Slice[] = [
  {
    server: "pagarme",
    pay: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer: brazilian },
    until: "3m",
  },
  {
    server: "ebanx",
    pay: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer: brazilian },
    until: "3m",
  },
  {
    server: "ebanx",
    pay: { method: "spei", amount: 15_990, currency: "MXN", reference: "order-7", customer },
    until: "3m",
  },
  {
    server: "zoop",
    pay: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer: brazilian },
    until: "3m",
  },
  {
    server: "zoop",
    pay: {
      method: "credit_card",
      amount: 15_990,
      currency: "BRL",
      reference: "order-7",
      card_token: "tok_visa",
      customer: brazilian,
    },
    until: "3m",
    made: "paid",
  },
  {
    server: "pagseguro",
    pay: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer: brazilian },
    until: "3m",
  },
  ...["inter", "sicredi", "banco-do-brasil", "itau", "bradesco", "stark-bank"].map(
    (server): Slice => ({
      server,
      pay: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer: brazilian },
      until: "3m",
    }),
  ),
  {
    server: "conekta",
    pay: { method: "spei", amount: 15_990, currency: "MXN", reference: "order-7", customer },
    until: "3m",
  },
  {
    server: "conekta",
    pay: { method: "oxxo", amount: 15_990, currency: "MXN", reference: "order-7", customer },
    until: "3h",
  },
  {
    server: "wompi",
    pay: {
      method: "credit_card",
      amount: 15_990_00,
      currency: "COP",
      reference: "order-7",
      card_token: "tok_visa",
      customer: colombian,
    },
    until: "3m",
    tool: "wompi_create_transaction",
    made: "paid",
  },
  {
    server: "wompi",
    pay: { method: "pse", amount: 15_990_00, currency: "COP", reference: "order-7", customer: colombian },
    until: "3m",
    tool: "wompi_create_transaction",
    keeps: true,
  },
];

async function paymentEvents() {
  const { data } = await world.client.events.list();
  return data
    .filter(({ type }) => type.startsWith("payment."))
    .map(({ type, tool_call_id, data: facts }) => [
      type,
      tool_call_id,
      "amount" in facts ? facts.amount : null,
    ])
    .toReversed();
}

async function payBy({ server, pay }: Pick<Slice, "pay" | "server">) {
  // a session of its own each time: hours may lie between
  async function execute(args: PayArguments) {
    const session = await world.client.sessions.create({ servers: [server] });
    return session.execute({ name: "codespar_pay", arguments: args });
  }
  const paid = await execute(pay);
  if (!paid.success) throw new Error(paid.error.message);
  // a payment that succeeded has an id
  return { execute, paid: paid as { tool_call_id: string; data: { payment_id: string; status: string } } };
}

const named = slices.map(
  (slice) => [`${slice.server} ${"method" in slice.pay ? slice.pay.method : ""}`, slice] as const,
);

describe.each(named)("%s, every arrow over a socket", (_name, slice) => {
  it("is charged, paid, told by the provider's webhook, read back, refunded and told again, each once", async () => {
    world = await liveWorld(slice.server);
    const amount = "amount" in slice.pay ? slice.pay.amount : undefined;
    const { execute, paid } = await payBy(slice);
    expect(paid).toMatchObject({
      provider: slice.server,
      data: { status: slice.made ?? "pending", amount, reference: "order-7" },
    });
    await world.advance(slice.until);
    expect(world.webhookResponses).toContain(200);
    expect(await paymentEvents()).toEqual([["payment.confirmed", paid.tool_call_id, amount]]);
    const { payment_id } = paid.data;
    expect(await execute({ action: "get", payment_id })).toMatchObject({
      success: true,
      data: { status: "paid" },
    });
    const refund = await execute({ action: "refund", payment_id });
    if (slice.keeps === true) {
      expect(refund).toMatchObject({ success: false, error: { code: "action_not_offered" } });
      return;
    }
    expect(refund).toMatchObject({ success: true, data: { status: "refunded" } });
    await world.advance("1m");
    expect((await paymentEvents()).map(([type]) => type)).toEqual(["payment.confirmed", "payment.refunded"]);
    expect(world.errors).toEqual([]);
  });

  it("is charged once when the response is lost: found by our reference, or unknown and said so", async () => {
    world = await liveWorld(slice.server, { providerTimeoutMs: 500 });
    world.sandbox.faults.set(slice.server, { commitThenTimeout: true, tool: slice.tool });
    const session = await world.client.sessions.create({ servers: [slice.server] });
    const outcome = await session.execute({ name: "codespar_pay", arguments: slice.pay }).then(
      (result) => (result.success ? "done" : result.error.code),
      (error: { code?: string }) => error.code,
    );
    expect(["done", "outcome_unknown"]).toContain(outcome);
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
  });
});
