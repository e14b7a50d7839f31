import type { JsonObject } from "@codespar/contract";
import { afterEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

async function execute(server: string, name: string, args: JsonObject) {
  const session = await world.client.sessions.create({ servers: [server] });
  const result = await session.execute({ name, arguments: args });
  if (!result.success) throw new Error(`${result.error.code}: ${result.error.message}`);
  return Object(result.data);
}

describe("Bitso over sockets, each request signed", () => {
  const order = { book: "usdc_brl", side: "buy", type: "limit", major: "0.12345678", price: "1.00000001" };

  it("keeps every decimal place, and the caller's own id is theirs again", async () => {
    world = await liveWorld("bitso");
    const { payload } = await execute("bitso", "bitso_create_order", { ...order, origin_id: "order-7" });
    const read = await execute("bitso", "bitso_get_order", { oid: payload.oid });
    expect(read.payload).toMatchObject([
      { origin_id: "order-7", original_amount: "0.12345678", price: "1.00000001", status: "open" },
    ]);
    const { payload: held } = await execute("bitso", "bitso_get_balances", {});
    expect(held.balances).toContainEqual(
      expect.objectContaining({ currency: "brl", locked: "0.1234567812345678", total: "1000000.00" }),
    );
    expect((await execute("bitso", "bitso_cancel_order", { oid: payload.oid })).payload).toEqual([
      payload.oid,
    ]);
  });

  it("is refused under another secret, and then asks for a new connection", async () => {
    world = await liveWorld("bitso");
    await world.connect({ ...world.credentials, api_secret: "another" });
    await expect(execute("bitso", "bitso_create_order", order)).rejects.toThrow(/refused the credentials/);
    expect(world.sandbox.calls).toEqual([]);
  });

  it.each([
    ["bitso_create_order", order],
    ["bitso_create_order", { ...order, type: "market" }],
    [
      "bitso_create_withdrawal",
      { currency: "brl", network: "pix", amount: "0.000000000000000001", pix_key: "a" },
    ],
  ])("%s is found by our own id when its response is lost, and made once", async (tool, args) => {
    world = await liveWorld("bitso");
    world.sandbox.faults.set("bitso", { commitThenTimeout: true, times: 1 });
    const { success, payload } = await execute("bitso", tool, args);
    expect(success).toBe(true);
    expect(payload.oid ?? payload.wid).toMatch(/^\w{16,32}$/);
    if (payload.wid !== undefined) expect(payload.amount).toBe("0.000000000000000001");
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
  });
});

describe("Mercado Bitcoin over sockets, under a token that is had for id and secret", () => {
  const order = { symbol: "BTC-BRL", side: "buy", type: "limit", qty: "0.00000001", limitPrice: 1000.25 };

  it("orders, reads and cancels; the caller's own id is theirs again", async () => {
    world = await liveWorld("mercado-bitcoin");
    const call = (tool: string, args: JsonObject) =>
      execute("mercado-bitcoin", `mercado_bitcoin_${tool}`, args);
    const { orderId } = await call("create_order", { ...order, externalId: "pedido-7" });
    const one = { symbol: "BTC-BRL", orderId };
    expect(await call("get_order", one)).toMatchObject({
      externalId: "pedido-7",
      status: "working",
      qty: "0.00000001",
    });
    expect((await call("get_balance", {})).balances).toContainEqual(
      expect.objectContaining({ symbol: "BRL", on_hold: "0.0000100025", total: "1000000.00" }),
    );
    expect(await call("cancel_order", one)).toEqual({ status: "cancelled" });
    expect((await call("list_orders", { symbol: "BTC-BRL", status: "cancelled" })).orders).toHaveLength(1);
  });

  it("is refused under another secret, and then asks for a new connection", async () => {
    world = await liveWorld("mercado-bitcoin");
    await world.connect({ ...world.credentials, api_secret: "another" });
    await expect(execute("mercado-bitcoin", "mercado_bitcoin_create_order", order)).rejects.toThrow(
      /refused the credentials/,
    );
  });

  it("finds an order whose response is lost among those of its pair, and a cancellation by the order", async () => {
    world = await liveWorld("mercado-bitcoin");
    const lose = () => world.sandbox.faults.set("mercado-bitcoin", { commitThenTimeout: true, times: 1 });
    lose();
    const { orderId } = await execute("mercado-bitcoin", "mercado_bitcoin_create_order", order);
    lose();
    expect(
      await execute("mercado-bitcoin", "mercado_bitcoin_cancel_order", { symbol: "BTC-BRL", orderId }),
    ).toEqual({ status: "cancelled" });
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(2);
  });
});

describe("UnblockPay over sockets", () => {
  const payOut = (quote_id: string) => ({
    amount: 100.000001,
    quote_id,
    customer_id: "c1",
    sender: { currency: "USDC", payment_rail: "solana", address: "a" },
    receiver: { currency: "BRL", payment_rail: "pix", external_account_id: "e1" },
  });

  it("pays out under a quote, from the deposit to the end", async () => {
    world = await liveWorld("unblockpay");
    const quote = await execute("unblockpay", "unblockpay_get_exchange_rate", { symbol: "USDC/BRL" });
    const made = await execute("unblockpay", "unblockpay_create_offramp", payOut(quote.id));
    expect(made).toMatchObject({ status: "awaiting_deposit", amount: 100.000001 });
    await world.advance("2m");
    const read = await execute("unblockpay", "unblockpay_get_transaction", { transaction_id: made.id });
    expect(read).toMatchObject({ id: made.id, status: "completed" });
  });

  it("does not know what became of a payout whose response was lost, and makes no second one", async () => {
    world = await liveWorld("unblockpay");
    const quote = await execute("unblockpay", "unblockpay_get_exchange_rate", { symbol: "USDC/BRL" });
    world.sandbox.faults.set("unblockpay", { commitThenTimeout: true, times: 1 });
    const lost = execute("unblockpay", "unblockpay_create_offramp", payOut(quote.id));
    await expect(lost).rejects.toMatchObject({ code: "outcome_unknown" });
    await world.advance("10m");
    expect(world.sandbox.calls.filter(({ tool }) => tool === "unblockpay_create_offramp")).toHaveLength(1);
  });
});
