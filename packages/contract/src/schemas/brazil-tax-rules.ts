import { z } from "zod";
import { text } from "./fields.ts";
import { codes, digits, rate } from "./tax-rule-fields.ts";

const revenueTaxSchema = z
  .strictObject({ cst: digits(2, "cst", "07"), rate: rate.optional() })
  .superRefine((tax, context) => {
    const number = Number(tax.cst);
    const takesRate = number <= 2 || number >= 49;
    if (!takesRate || tax.rate !== undefined) return;
    context.addIssue({ code: "custom", path: ["rate"], message: `CST ${tax.cst} needs a rate.` });
  });

const consumptionTaxSchema = z.strictObject({
  cst: digits(3, "cst", "000"),
  class_code: digits(6, "class_code", "000001"),
  ibs_state_rate: rate,
  ibs_city_rate: rate,
  cbs_rate: rate,
});

const simplesCodes = ["101", "102", "103", "300", "400", "500"] as const;
const regularCodes = ["00", "20", "40", "41", "50", "60"] as const;

const icmsSchema = z
  .strictObject({
    cst: z.enum([...simplesCodes, ...regularCodes]),
    rate: rate.optional(),
    base_reduction: rate.optional(),
    credit_rate: rate.optional(),
  })
  .superRefine((icms, context) => {
    for (const field of icmsNeeds[icms.cst] ?? []) {
      if (icms[field] !== undefined) continue;
      context.addIssue({ code: "custom", path: [field], message: `ICMS ${icms.cst} needs ${field}.` });
    }
  });

const icmsNeeds: Partial<Record<string, readonly ("base_reduction" | "credit_rate" | "rate")[]>> = {
  "00": ["rate"],
  "20": ["rate", "base_reduction"],
  "101": ["credit_rate"],
};

export const goodsRuleSchema = z.strictObject({
  codes,
  ncm: digits(8, "ncm", "61091000").optional(),
  cest: digits(7, "cest", "2806300").optional(),
  cfop: z
    .string()
    .regex(/^5\d{3}$/, { error: "cfop of a sale in the state has four digits from 5, such as 5102." }),
  cfop_interstate: z
    .string()
    .regex(/^6\d{3}$/, { error: "cfop_interstate has four digits from 6, such as 6108." })
    .optional(),
  unit: text(6).optional(),
  origin: z
    .string()
    .regex(/^[0-8]$/, { error: "origin is a digit from 0 to 8." })
    .optional(),
  icms: icmsSchema,
  pis: revenueTaxSchema,
  cofins: revenueTaxSchema,
  ibs_cbs: consumptionTaxSchema.optional(),
});

export const serviceRuleSchema = z
  .strictObject({
    codes,
    service_code: digits(6, "service_code (cTribNac)", "010701"),
    city_service_code: text(20).optional(),
    nbs: digits(9, "nbs", "115021000").optional(),
    cnae: digits(7, "cnae", "6201501").optional(),
    iss_rate: rate.optional(),
    iss_withheld: z.boolean().optional(),
    ibs_cbs: consumptionTaxSchema.optional(),
  })
  .superRefine((rule, context) => {
    if (rule.iss_withheld !== true || rule.iss_rate !== undefined) return;
    context.addIssue({ code: "custom", path: ["iss_rate"], message: "ISS that is withheld needs iss_rate." });
  });
