import type { JsonObject } from "@codespar/contract";
import { generateUuid, seededRandom } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExactDecimal, parseExactDecimal } from "../engines/crypto/exact-decimal.ts";
import { textAt, valueAt } from "../json/native-json.ts";
import { simulate } from "../testing/simulate.ts";
import { circleSimulation } from "./simulate.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function setUp() {
  const simulation = simulate(circleSimulation);
  const random = seededRandom(3);
  const call = async (tool: string, args: JsonObject): Promise<JsonObject> => {
    const response = await simulation.call(`circle_${tool}`, args);
    if (!response.ok) throw new Error(response.message);
    return response.data;
  };
  const key = () => generateUuid(random);
  const pay = (amount: string, idempotencyKey = key(), description = "Order 7") =>
    call("create_payment", {
      idempotencyKey,
      amount: { amount, currency: "USD" },
      source: { id: "b8627ae8-732b-4d25-b947-1df8f4007a29", type: "card" },
      verification: "none",
      description,
      metadata: { email: "ana@example.com", sessionId: "s", ipAddress: "192.0.2.1" },
    });
  /** What the account's own wallet holds in dollars. */
  const available = async () => textAt(await call("get_balance", {}), "data.available.0.amount") ?? "0.00";
  return { ...simulation, call, key, pay, available };
}

describe("Circle (@circle-fin/circle-sdk 2.9.0: states of payments, payouts and transfers)", () => {
  it("confirms a card payment, then settles it into the balance", async () => {
    const { pay, call, advance, available } = setUp();
    const id = textAt(await pay("159.90"), "data.id") ?? "";
    const status = async () => textAt(await call("get_payment", { id }), "data.status");
    expect(await status()).toBe("pending");
    advance(MINUTE);
    expect(await status()).toBe("confirmed");
    expect(await call("get_balance", {})).toEqual({
      data: { available: [], unsettled: [{ amount: "159.90", currency: "USD" }] },
    });
    advance(DAY);
    expect([await status(), await available()]).toEqual(["paid", "159.90"]);
  });

  it("does one thing for one idempotency key, whatever else the repetition says", async () => {
    const { pay, key, advance, available } = setUp();
    const one = key();
    const first = await pay("10.00", one);
    expect(await pay("99.00", one.toUpperCase())).toEqual(first);
    advance(2 * DAY);
    expect(await available()).toBe("10.00");
  });

  it("declines what is to be declined, and fails what there is no money for, without taking any", async () => {
    const { pay, call, key, advance, available } = setUp();
    const declined = textAt(await pay("10.00", key(), "sandbox:payment_fails"), "data.id") ?? "";
    const payout = await call("create_bank_payout", {
      idempotencyKey: key(),
      destination: { type: "wire", id: key() },
      amount: { amount: "5.00", currency: "USD" },
    });
    advance(MINUTE);
    expect(await call("get_payment", { id: declined })).toMatchObject({
      data: { status: "failed", errorCode: "payment_denied" },
    });
    expect(await call("get_payout", { id: textAt(payout, "data.id") ?? "" })).toMatchObject({
      data: { status: "failed", errorCode: "insufficient_funds" },
    });
    advance(2 * DAY);
    expect(await available()).toBe("0.00");
  });

  it("keeps every unit: what came in is what is held and what went out, whatever the amounts and their order", async () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 24n }).map(formatExactDecimal);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("pay", "transfer", "payout"), amounts), { maxLength: 12 }),
        async (steps) => {
          const { pay, call, key, advance, available } = setUp();
          const own = textAt(await call("create_wallet", { idempotencyKey: key() }), "data.walletId") ?? "";
          let paid = 0n;
          let out = 0n;
          for (const [step, amount] of steps) {
            const money = { amount, currency: "USD" };
            if (step === "pay") {
              await pay(amount);
              advance(2 * DAY);
              paid += parseExactDecimal(amount) ?? 0n;
              continue;
            }
            const master = await call("get_balance", {});
            expect(valueAt(master, "data.available")).toBeDefined();
            const made =
              step === "transfer"
                ? await call("create_transfer", {
                    idempotencyKey: key(),
                    source: { type: "wallet", id: "1000000002" },
                    destination: { type: "wallet", id: own },
                    amount: money,
                  })
                : await call("create_bank_payout", {
                    idempotencyKey: key(),
                    destination: { type: "wire", id: "w" },
                    amount: money,
                  });
            advance(MINUTE);
            const id = textAt(made, "data.id") ?? "";
            const isPayout = step === "payout";
            if (isPayout && textAt(await call("get_payout", { id }), "data.status") === "complete")
              out += parseExactDecimal(amount) ?? 0n;
          }
          const wallet = await call("get_wallet", { walletId: own });
          const held = parseExactDecimal(textAt(wallet, "data.balances.0.amount") ?? "0") ?? 0n;
          expect((parseExactDecimal(await available()) ?? 0n) + held + out).toBe(paid);
        },
      ),
      { numRuns: 60 },
    );
  });
});
