import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { Circle, CryptoPayoutDestinationType, PayoutMoneyCurrencyEnum } from "@circle-fin/circle-sdk";
import type { JsonObject } from "@codespar/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("circle");
});
afterEach(() => world.close());

const payment = () => ({
  idempotencyKey: randomUUID(),
  amount: { amount: "159.90", currency: "USD" },
  source: { id: randomUUID(), type: "card" },
  verification: "none",
  metadata: { email: "ana@example.com", sessionId: "s-1", ipAddress: "192.0.2.1" },
});

async function execute(name: string, args: JsonObject) {
  // a session of its own each time: days may lie between
  const session = await world.client.sessions.create({ servers: ["circle"] });
  return session.execute({ name, arguments: args });
}

describe("Circle's own client on the emulator", () => {
  it("reads what CodeSpar made, and CodeSpar what it made", async () => {
    const circle = new Circle(world.credential, world.providerUrl);
    const made = await execute("circle_create_payment", payment());
    if (!made.success) throw new Error(made.error.message);
    const { id } = Object(made.data).data;
    expect((await circle.payments.getPayment(id)).data.data).toMatchObject({ status: "pending" });
    await world.advance("2d");
    expect((await circle.payments.getPayment(id)).data.data).toMatchObject({ id, status: "paid" });
    expect((await circle.balances.listBalances()).data.data?.available).toEqual([
      { amount: "159.90", currency: "USD" },
    ]);
    const wallet = await circle.wallets.createWallet({ idempotencyKey: randomUUID(), description: "Ana" });
    const walletId = wallet.data.data?.walletId ?? "";
    expect(await execute("circle_get_wallet", { walletId })).toMatchObject({
      success: true,
      data: { data: { walletId, description: "Ana", balances: [] } },
    });
    const payout = await circle.payouts.createPayout({
      idempotencyKey: randomUUID(),
      source: { type: "wallet", id: walletId },
      destination: { type: CryptoPayoutDestinationType.AddressBook, id: randomUUID() },
      amount: { amount: "1.00", currency: PayoutMoneyCurrencyEnum.Usd },
    });
    await world.advance("2m");
    expect(await execute("circle_get_payout", { id: payout.data.data?.id ?? "" })).toMatchObject({
      data: { data: { status: "failed", errorCode: "insufficient_funds" } },
    });
  });

  it("gets a wrong key and a wrong field as errors of Circle's own", async () => {
    const stranger = new Circle("nonsense", world.providerUrl);
    await expect(stranger.balances.listBalances()).rejects.toMatchObject({ response: { status: 401 } });
    const circle = new Circle(world.credential, world.providerUrl);
    await expect(circle.wallets.createWallet({ idempotencyKey: "not a uuid" })).rejects.toMatchObject({
      response: { status: 400, data: { code: 2 } },
    });
  });
});

it("a payment whose response is lost is asked for under the same key, and made once", async () => {
  world.sandbox.faults.set("circle", { commitThenTimeout: true, times: 1 });
  const made = await execute("circle_create_payment", payment());
  expect(made).toMatchObject({ success: true, data: { data: { type: "payment" } } });
  await world.advance("2d");
  expect(await execute("circle_get_balance", {})).toMatchObject({
    data: { data: { available: [{ amount: "159.90", currency: "USD" }] } },
  });
});

const spec = sharedFile("specs/circle.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: Circle's specification is not at ${spec}\n`);

it.skipIf(!existsSync(spec))("its specification has every response as it is", async () => {
  const responses: { method: string; path: string; status: number; body: JsonObject }[] = [];
  const call = async (method: string, path: string, body?: JsonObject): Promise<JsonObject> => {
    const response = await fetch(`${world.providerUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${world.credential}`, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const found: JsonObject = await response.json();
    responses.push({ method, path, status: response.status, body: found });
    return Object(found.data);
  };
  const money = { amount: "1.00", currency: "USD" };
  const wallet = await call("POST", "/v1/wallets", { idempotencyKey: randomUUID() });
  await call("GET", `/v1/wallets/${wallet.walletId}`);
  const paid = await call("POST", "/v1/payments", payment());
  await world.advance("2d");
  await call("GET", `/v1/payments/${paid.id}`);
  const payout = await call("POST", "/v1/payouts", {
    idempotencyKey: randomUUID(),
    source: { type: "wallet", id: String(paid.merchantWalletId) },
    destination: { type: "address_book", id: randomUUID() },
    amount: money,
  });
  const transfer = await call("POST", "/v1/transfers", {
    idempotencyKey: randomUUID(),
    source: { type: "wallet", id: String(paid.merchantWalletId) },
    destination: { type: "blockchain", address: "0x1", chain: "ETH" },
    amount: money,
  });
  await world.advance("2m");
  await call("GET", `/v1/payouts/${payout.id}`);
  await call("GET", `/v1/transfers/${transfer.id}`);
  await call("GET", "/v1/balances");
  expect(responses.map(({ status }) => status)).toEqual([201, 200, 201, 200, 201, 201, 200, 200, 200]);
  const { problems, judged, required } = judgeBySpecs([spec], responses);
  expect(problems).toEqual([]);
  expect(judged).toBe(9);
  expect(required.missing).toEqual([]);
});
