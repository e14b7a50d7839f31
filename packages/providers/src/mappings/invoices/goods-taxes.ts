import type { BrazilIssuer, ConsumptionTax, GoodsRule, RevenueTax } from "@codespar/contract";
import { percentOf } from "./percent-of.ts";

/** ICMS of an item; amounts in centavos. */
export interface IcmsLine {
  /** Digit of the origin. */
  origin: string;
  /** CST of two digits, or CSOSN of three. */
  cst: string;
  /** Absent where the group has no base. */
  taxed?: { base: number; rate: number; amount: number; baseReduction?: number | undefined } | undefined;
  credit?: { rate: number; amount: number } | undefined;
}

/** PIS or COFINS of an item. Without base it is not taxed (CST 04 to 09). */
export interface RevenueLine {
  cst: string;
  taxed?: { base: number; rate: number; amount: number } | undefined;
}

export interface ConsumptionLine {
  cst: string;
  classCode: string;
  base: number;
  ibsState: { rate: number; amount: number };
  ibsCity: { rate: number; amount: number };
  /** State and city together. */
  ibs: number;
  cbs: { rate: number; amount: number };
}

export interface GoodsTaxes {
  icms: IcmsLine;
  pis: RevenueLine;
  cofins: RevenueLine;
  ibsCbs?: ConsumptionLine | undefined;
}

/**
 * The taxes inside an item's amount. ICMS stands inside of the price; it is no part of the base of PIS and COFINS
 * (Lei 14.592/2023), and none of the three of that of IBS and CBS (LC 214/2025, art. 12, § 2).
 */
export function goodsTaxes(total: number, rule: GoodsRule): GoodsTaxes {
  const icms = toIcms(total, rule);
  const withoutIcms = total - (icms.taxed?.amount ?? 0);
  const pis = toRevenueTax(withoutIcms, rule.pis);
  const cofins = toRevenueTax(withoutIcms, rule.cofins);
  const rest = withoutIcms - (pis.taxed?.amount ?? 0) - (cofins.taxed?.amount ?? 0);
  return { icms, pis, cofins, ibsCbs: rule.ibs_cbs && consumptionTax(rest, rule.ibs_cbs) };
}

function toIcms(total: number, { icms, origin = "0" }: GoodsRule): IcmsLine {
  const { cst, rate = 0, base_reduction: baseReduction, credit_rate: creditRate } = icms;
  switch (cst) {
    case "00":
      return { origin, cst, taxed: { base: total, rate, amount: percentOf(total, rate) } };
    case "20": {
      const base = total - percentOf(total, baseReduction ?? 0);
      return { origin, cst, taxed: { base, rate, amount: percentOf(base, rate), baseReduction } };
    }
    case "101":
      return {
        origin,
        cst,
        credit: { rate: creditRate ?? 0, amount: percentOf(total, creditRate ?? 0) },
      };
    default:
      return { origin, cst };
  }
}

function toRevenueTax(base: number, { cst, rate = 0 }: RevenueTax): RevenueLine {
  const number = Number(cst);
  if (number >= 4 && number <= 9) return { cst };
  return { cst, taxed: { base, rate, amount: percentOf(base, rate) } };
}

/** IBS and CBS of a base in centavos. */
export function consumptionTax(base: number, tax: ConsumptionTax): ConsumptionLine {
  const ibsState = { rate: tax.ibs_state_rate, amount: percentOf(base, tax.ibs_state_rate) };
  const ibsCity = { rate: tax.ibs_city_rate, amount: percentOf(base, tax.ibs_city_rate) };
  return {
    cst: tax.cst,
    classCode: tax.class_code,
    base,
    ibsState,
    ibsCity,
    ibs: ibsState.amount + ibsCity.amount,
    cbs: { rate: tax.cbs_rate, amount: percentOf(base, tax.cbs_rate) },
  };
}

/** CRT of the layouts. */
export const CRT: Readonly<Record<BrazilIssuer["tax_regime"], 1 | 2 | 3 | 4>> = {
  simples_nacional: 1,
  simples_nacional_excess: 2,
  regular: 3,
  mei: 4,
};
