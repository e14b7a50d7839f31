import { describe, expect, it } from "vitest";
import { textAt } from "../json/native-json.ts";
import { simulate } from "../testing/simulate.ts";
import { bitsoSimulation } from "./simulate.ts";

const MINUTE = 60_000;
const order = { book: "btc_mxn", side: "buy", type: "market" };
const limit = { ...order, type: "limit", major: "0.5", price: "1000000" };
const pix = { currency: "brl", network: "pix", protocol: "pix_ind", pix_key: "ana@example.com" };

describe("Bitso (docs.bitso.com)", () => {
  it("buys for an amount of money as many coins as it pays for, and no more than that", async () => {
    const { call } = simulate(bitsoSimulation);
    expect(await call("bitso_create_order", { ...order, minor: "100.00" })).toMatchObject({ ok: true });
    const balances = await call("bitso_get_balances", {});
    expect(balances).toMatchObject({
      data: {
        payload: {
          balances: [
            // 100 / 1851850 is 0.0000540000540…
            { currency: "mxn", total: "999900.0001", available: "999900.0001" },
            { currency: "brl" },
            { currency: "btc", total: "10.000054" },
            { currency: "eth" },
            { currency: "usdc" },
          ],
        },
      },
    });
  });

  it("shows an order while it is open, and not when it was filled or cancelled", async () => {
    const { call } = simulate(bitsoSimulation);
    const made = await call("bitso_create_order", { ...limit, origin_id: "o-7" });
    const oid = textAt(made.ok ? made.data : undefined, "payload.oid") ?? "";
    expect(await call("bitso_get_order", { oid })).toMatchObject({
      data: {
        payload: [
          {
            oid,
            origin_id: "o-7",
            book: "btc_mxn",
            status: "open",
            unfilled_amount: "0.50",
            price: "1000000.00",
          },
        ],
      },
    });
    await call("bitso_cancel_order", { oid });
    expect(await call("bitso_get_order", { oid })).toMatchObject({ data: { payload: [] } });
    expect(await call("bitso_get_order", { oid: "nobody" })).toMatchObject({
      ok: false,
      providerCode: "0312",
    });
  });

  it.each([
    [{ ...order, major: "1", minor: "1" }, "0308"],
    [order, "0309"],
    [{ ...order, type: "limit", major: "1" }, "0303"],
    [{ ...order, major: "1", book: "doge_mxn" }, "0301"],
    [{ ...order, major: "1000" }, undefined],
    [{ ...order, major: "0.00000000" }, undefined],
  ])("refuses %j", async (draft, providerCode) => {
    const { call } = simulate(bitsoSimulation);
    const refused = await call("bitso_create_order", draft);
    expect(refused).toMatchObject({ ok: false });
    expect(refused.ok ? undefined : refused.providerCode).toBe(providerCode);
  });

  it("takes an origin_id once, for orders and for withdrawals", async () => {
    const { call } = simulate(bitsoSimulation);
    for (const [tool, args] of [
      ["bitso_create_order", { ...limit, origin_id: "one" }],
      ["bitso_create_withdrawal", { ...pix, amount: "200.50", origin_id: "one" }],
    ] as const) {
      expect(await call(tool, args)).toMatchObject({ ok: true });
      expect(await call(tool, args)).toMatchObject({ ok: false });
    }
  });

  it("sends money out, and has it back when that fails", async () => {
    const { call, advance } = simulate(bitsoSimulation);
    const total = async () => {
      const balances = await call("bitso_get_balances", {});
      return textAt(balances.ok ? balances.data : undefined, "payload.balances.1.total");
    };
    expect(await call("bitso_create_withdrawal", { ...pix, amount: "200.50" })).toMatchObject({
      data: {
        payload: { status: "pending", amount: "200.50", currency: "brl", network: "pix", details: {} },
      },
    });
    await call("bitso_create_withdrawal", { ...pix, amount: "0.01", origin_id: "sandbox:withdrawal_fails" });
    expect(await total()).toBe("999799.49");
    advance(MINUTE);
    expect(await total()).toBe("999799.50");
    expect(await call("bitso_create_withdrawal", { ...pix, amount: "999799.51" })).toMatchObject({
      ok: false,
    });
  });
});
