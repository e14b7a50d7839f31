import type { GoodsRule } from "@codespar/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { goodsTaxes } from "./goods-taxes.ts";

const rule: GoodsRule = {
  codes: ["*"],
  cfop: "5102",
  icms: { cst: "00", rate: 18 },
  pis: { cst: "01", rate: 1.65 },
  cofins: { cst: "01", rate: 7.6 },
  ibs_cbs: { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 },
};

it("takes ICMS out of the base of PIS and COFINS, and all three out of that of IBS and CBS", () => {
  // Lei 14.592/2023; LC 214/2025, art. 12, § 2; rates of the test year 2026 (LC 214/2025, arts. 343 and 346)
  expect(goodsTaxes(10_000, rule)).toEqual({
    icms: { origin: "0", cst: "00", taxed: { base: 10_000, rate: 18, amount: 1800 } },
    pis: { cst: "01", taxed: { base: 8200, rate: 1.65, amount: 135 } },
    cofins: { cst: "01", taxed: { base: 8200, rate: 7.6, amount: 623 } },
    ibsCbs: {
      cst: "000",
      classCode: "000001",
      base: 7442,
      ibsState: { rate: 0.1, amount: 7 },
      ibsCity: { rate: 0, amount: 0 },
      ibs: 7,
      cbs: { rate: 0.9, amount: 67 },
    },
  });
});

it.each([
  [
    { cst: "20", rate: 18, base_reduction: 33.33 },
    { taxed: { base: 6667, rate: 18, amount: 1200, baseReduction: 33.33 } },
  ],
  [{ cst: "40" }, {}],
  [{ cst: "60" }, {}],
  [{ cst: "102" }, {}],
  [{ cst: "500" }, {}],
  [{ cst: "101", credit_rate: 1.25 }, { credit: { rate: 1.25, amount: 125 } }],
])("ICMS %j of R$ 100.00", (icms, expected) => {
  expect(goodsTaxes(10_000, { ...rule, icms, origin: "1" }).icms).toEqual({
    origin: "1",
    cst: icms.cst,
    ...expected,
  });
});

it("has no base for what is not taxed by PIS and COFINS (CST 04 to 09)", () => {
  const { pis, cofins } = goodsTaxes(10_000, { ...rule, pis: { cst: "04" }, cofins: { cst: "09" } });
  expect([pis, cofins]).toEqual([{ cst: "04" }, { cst: "09" }]);
});

it("never taxes more than there is, and every amount is base times rate", () => {
  const rate = fc.integer({ min: 0, max: 300_000 }).map((units) => units / 10_000);
  fc.assert(
    fc.property(fc.nat(1_000_000_000), rate, rate, rate, (total, icms, pis, cofins) => {
      const taxes = goodsTaxes(total, {
        ...rule,
        icms: { cst: "00", rate: icms },
        pis: { cst: "01", rate: pis },
        cofins: { cst: "01", rate: cofins },
      });
      const lines = [taxes.icms.taxed, taxes.pis.taxed, taxes.cofins.taxed].filter(
        (line) => line !== undefined,
      );
      expect(lines).toHaveLength(3);
      for (const line of lines) {
        expect(Math.abs((line.base * line.rate) / 100 - line.amount)).toBeLessThanOrEqual(0.500_001);
        expect(line.amount).toBeLessThanOrEqual(total);
      }
    }),
  );
});
