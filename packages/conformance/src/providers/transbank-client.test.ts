import transbank from "transbank-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

const { Options, Oneclick, WebpayPlus } = transbank;

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("transbank");
});
afterEach(() => world.close());

function options() {
  const { commerce_code = "", api_key = "" } = world.credentials;
  return new Options(commerce_code, api_key, world.providerUrl);
}

async function pay(args: { method: "webpay"; amount: number; currency: "CLP"; reference: string }) {
  const session = await world.client.sessions.create({ servers: ["transbank"] });
  const result = await session.execute({ name: "codespar_pay", arguments: args });
  if (!result.success) throw new Error(result.error.message);
  return {
    session,
    payment_id: "payment_id" in result.data ? result.data.payment_id : "",
    data: result.data,
  };
}

describe("Transbank's own client on the emulator", () => {
  it("creates, commits, reads and refunds a Webpay transaction", async () => {
    const webpay = new WebpayPlus.Transaction(options());
    const made = await webpay.create("order-7", "session-7", 15_990, "https://shop.example/return");
    expect(made.token).toMatch(/^[0-9a-f]{64}$/);
    const committed = await webpay.commit(made.token);
    expect(committed).toMatchObject({
      amount: 15_990,
      status: "AUTHORIZED",
      buy_order: "order-7",
      session_id: "session-7",
      card_detail: { card_number: "6623" },
      payment_type_code: "VN",
      response_code: 0,
      installments_number: 0,
    });
    expect(Object.keys(committed)).not.toContain("refunds");
    expect(await webpay.status(made.token)).toMatchObject({ status: "AUTHORIZED", vci: "TSY" });
    expect(await webpay.refund(made.token, 990)).toMatchObject({
      type: "NULLIFIED",
      nullified_amount: 990,
      balance: 15_000,
    });
  });

  it("reads what CodeSpar has made, and CodeSpar what it has paid", async () => {
    const { session, payment_id, data } = await pay({
      method: "webpay",
      amount: 15_990,
      currency: "CLP",
      reference: "order-8",
    });
    expect(data).toMatchObject({ status: "pending", webpay: { token: payment_id } });
    const webpay = new WebpayPlus.Transaction(options());
    expect(await webpay.status(payment_id)).toMatchObject({ status: "INITIALIZED", buy_order: "order-8" });
    await webpay.commit(payment_id);
    const read = await session.execute({ name: "codespar_pay", arguments: { action: "get", payment_id } });
    expect(read.data).toMatchObject({ status: "paid", amount: 15_990 });
    const refunded = await session.execute({
      name: "codespar_pay",
      arguments: { action: "refund", payment_id },
    });
    expect(refunded.data).toMatchObject({ status: "refunded" });
    expect(world.errors).toEqual([]);
  });

  it("reads a card that CodeSpar has charged by Oneclick, once although the response was lost", async () => {
    await world.close();
    world = await liveWorld("transbank", { providerTimeoutMs: 500 });
    world.sandbox.faults.set("transbank", { commitThenTimeout: true, tool: "transbank_authorize_oneclick" });
    const session = await world.client.sessions.create({ servers: ["transbank"] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: {
        method: "credit_card",
        amount: 15_990,
        currency: "CLP",
        card_token: "tok_visa",
        customer: { email: "ana@example.com" },
      },
    });
    expect(paid).toMatchObject({ success: true, data: { status: "paid", amount: 15_990 } });
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
    const payment_id = paid.success && "payment_id" in paid.data ? paid.data.payment_id : "";
    const mall = new Oneclick.MallTransaction(options());
    expect(await mall.status(payment_id)).toMatchObject({
      buy_order: payment_id,
      details: [{ amount: 15_990, status: "AUTHORIZED", response_code: 0 }],
    });
  });

  it("is refused as Transbank refuses, and changes nothing", async () => {
    const webpay = new WebpayPlus.Transaction(options());
    await expect(webpay.create("x".repeat(27), "s", 100, "https://shop.example")).rejects.toThrow();
    await expect(webpay.status("0".repeat(64))).rejects.toThrow();
    const stranger = new WebpayPlus.Transaction(new Options("597055555532", "short", world.providerUrl));
    await expect(stranger.create("order-9", "s", 100, "https://shop.example")).rejects.toThrow(
      /Not Authorized/,
    );
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toEqual([]);
  });
});
