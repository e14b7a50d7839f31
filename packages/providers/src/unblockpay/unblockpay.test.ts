import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { textAt } from "../json/native-json.ts";
import { simulate } from "../testing/simulate.ts";
import { unblockpaySimulation } from "./simulate.ts";

const MINUTE = 60_000;

function setUp() {
  const simulation = simulate(unblockpaySimulation);
  const call = (tool: string, args: JsonObject) => simulation.call(`unblockpay_${tool}`, args);
  const quote = async (args: JsonObject = { symbol: "USDC/BRL", type: "on_ramp" }) => {
    const response = await call("get_exchange_rate", args);
    return textAt(response.ok ? response.data : undefined, "id") ?? "";
  };
  const payIn = (quote_id: string, changes: JsonObject = {}) =>
    call("create_onramp", {
      amount: 8000.01,
      quote_id,
      customer_id: "c1",
      sender: { currency: "BRL", payment_rail: "pix", name: "Ana", document: "11144477735" },
      receiver: { currency: "USDC", payment_rail: "solana", address: "a" },
      ...changes,
    });
  return { ...simulation, call, quote, payIn };
}

describe("UnblockPay (docs.unblockpay.com)", () => {
  it("quotes what a coin costs, and what it brings, for five minutes", async () => {
    const { call, now } = setUp();
    expect(await call("get_exchange_rate", { symbol: "USDC/BRL", type: "on_ramp" })).toMatchObject({
      data: { quotation: "5.4054", symbol: "USDC/BRL", expires_at: (now() + 5 * MINUTE) / 1000 },
    });
    expect(await call("get_exchange_rate", { symbol: "USDC/BRL" })).toMatchObject({
      data: { quotation: "5.3946" },
    });
    expect(await call("get_exchange_rate", { symbol: "BRL" })).toMatchObject({ ok: false });
  });

  it("waits for the deposit, turns it, and is done", async () => {
    const { call, quote, payIn, advance } = setUp();
    const made = await payIn(await quote());
    expect(made).toMatchObject({
      data: {
        status: "awaiting_deposit",
        amount: 8000.01,
        sender_deposit_instructions: { amount: 8000.01, currency: "BRL", payment_rail: "pix" },
      },
    });
    const transaction_id = textAt(made.ok ? made.data : undefined, "id") ?? "";
    for (const status of ["processing", "completed"]) {
      advance(MINUTE);
      expect(await call("get_transaction", { transaction_id })).toMatchObject({ data: { status } });
    }
  });

  it("begins nothing under a quote that has expired, is for something else, or is none", async () => {
    const { quote, payIn, advance, call } = setUp();
    const first = await quote();
    expect(await payIn(await quote({ symbol: "USDT/BRL" }))).toMatchObject({ ok: false });
    expect(await payIn("none")).toMatchObject({ ok: false, code: "not_found" });
    for (const amount of [0, -1, 1e-19]) expect(await payIn(first, { amount })).toMatchObject({ ok: false });
    advance(5 * MINUTE);
    expect(await payIn(first)).toMatchObject({ ok: false, message: "The quote has expired." });
    expect(await call("get_transaction", { transaction_id: "none" })).toMatchObject({ ok: false });
  });

  it("shows a wallet to its customer alone", async () => {
    const { call } = setUp();
    const made = await call("create_wallet", { customer_id: "c1", name: "Ana", blockchain: "polygon" });
    const wallet_id = textAt(made.ok ? made.data : undefined, "id") ?? "";
    expect(await call("get_wallet", { customer_id: "c1", wallet_id })).toEqual(made);
    expect(await call("get_wallet", { customer_id: "c2", wallet_id })).toMatchObject({ ok: false });
  });
});
