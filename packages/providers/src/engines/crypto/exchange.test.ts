import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitsoSimulation } from "../../bitso/simulate.ts";
import { objectsAt, textAt } from "../../json/native-json.ts";
import { simulate } from "../../testing/simulate.ts";
import { formatExactDecimal, parseExactDecimal } from "./exact-decimal.ts";

const exact = (text: string | undefined) => parseExactDecimal(text ?? "") ?? -1n;

/** What an account holds: available and locked, by coin. */
async function read({ call }: ReturnType<typeof simulate>) {
  const response = await call("bitso_get_balances", {});
  const rows = objectsAt(response.ok ? response.data : undefined, "payload.balances");
  return new Map(rows.map((row) => [String(row.currency), row]));
}

describe("an exchange with one price", () => {
  it("moves exactly what an order is for, keeps what waits, and frees it, whatever is ordered", async () => {
    const lots = fc
      .bigInt({ min: 1n, max: 3n * 10n ** 9n })
      .map((lots) => formatExactDecimal(lots * 10n ** 10n));
    const prices = fc.constantFrom("1", "1848149.99999999", "1851850", "1999999.12345678");
    const orders = fc.array(
      fc.record({
        side: fc.constantFrom("buy", "sell"),
        type: fc.constantFrom("market", "limit"),
        major: lots,
        price: prices,
        time_in_force: fc.constantFrom("goodtillcancelled", "fillorkill", "postonly"),
        cancel: fc.boolean(),
      }),
      { maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(orders, async (drafts) => {
        const world = simulate(bitsoSimulation);
        let [coins, money] = [exact("10"), exact("1000000")];
        for (const { cancel, ...draft } of drafts) {
          const made = await world.call("bitso_create_order", { book: "btc_mxn", ...draft });
          if (made.ok) {
            const oid = textAt(made.data, "payload.oid") ?? "";
            const open = await world.call("bitso_get_order", { oid });
            const isOpen = open.ok && objectsAt(open.data, "payload").length === 1;
            if (isOpen && cancel) await world.call("bitso_cancel_order", { oid });
            const isBuy = draft.side === "buy";
            const ask = exact("1851850");
            const bid = exact("1848150");
            const best = isBuy ? ask : bid;
            const crosses =
              draft.type === "market" || (isBuy ? exact(draft.price) >= ask : exact(draft.price) <= bid);
            if (crosses && (draft.type === "market" || draft.time_in_force !== "postonly")) {
              const amount = exact(draft.major);
              const paid = (amount * best) / 10n ** 18n;
              coins += isBuy ? amount : -amount;
              money += isBuy ? -paid : paid;
            }
          }
          const held = await read(world);
          expect(exact(textAt(held.get("btc"), "total"))).toBe(coins);
          expect(exact(textAt(held.get("mxn"), "total"))).toBe(money);
          for (const row of held.values())
            expect(exact(textAt(row, "available")) + exact(textAt(row, "locked"))).toBe(
              exact(textAt(row, "total")),
            );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives everything back when all that waits is cancelled", async () => {
    const world = simulate(bitsoSimulation);
    const draft = { book: "eth_mxn", side: "buy", type: "limit", major: "0.12345678", price: "1.00000001" };
    const made = await world.call("bitso_create_order", draft);
    expect(textAt((await read(world)).get("mxn"), "locked")).toBe("0.1234567812345678");
    const oid = textAt(made.ok ? made.data : undefined, "payload.oid") ?? "";
    for (const payload of [[oid], []])
      expect(await world.call("bitso_cancel_order", { oid })).toMatchObject({ ok: true, data: { payload } });
    expect((await read(world)).get("mxn")).toMatchObject({ available: "1000000.00", locked: "0.00" });
  });
});
