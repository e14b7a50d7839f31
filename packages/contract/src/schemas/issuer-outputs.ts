import { z } from "zod";
import { brazilTaxRegimes } from "../wire/fiscal-profile.ts";
import { openEnum, timestamp } from "./fields.ts";

const certificateInfo = z.looseObject({ stored_at: timestamp }).nullable();

const consumptionTaxOutput = z.looseObject({
  cst: z.string(),
  class_code: z.string(),
  ibs_state_rate: z.number(),
  ibs_city_rate: z.number(),
  cbs_rate: z.number(),
});

const revenueTaxOutput = z.looseObject({ cst: z.string(), rate: z.number().optional() });

export const brazilIssuerOutputSchema = z.looseObject({
  tax_id: z.string(),
  name: z.string(),
  trade_name: z.string().optional(),
  state_tax_id: z.string().optional(),
  municipal_tax_id: z.string().optional(),
  tax_regime: openEnum(brazilTaxRegimes),
  address: z.looseObject({
    postal_code: z.string(),
    street: z.string(),
    number: z.string(),
    complement: z.string().optional(),
    district: z.string(),
    city: z.string(),
    city_code: z.string(),
    state: z.string(),
  }),
  operation_nature: z.string().optional(),
  series: z
    .looseObject({
      nfe: z.int().optional(),
      nfce: z.int().optional(),
      nfse: z.int().optional(),
      cte: z.int().optional(),
      mdfe: z.int().optional(),
    })
    .optional(),
  first_numbers: z
    .looseObject({
      nfe: z.int().optional(),
      nfce: z.int().optional(),
      nfse: z.int().optional(),
    })
    .optional(),
  goods: z
    .array(
      z.looseObject({
        codes: z.array(z.string()),
        ncm: z.string().optional(),
        cest: z.string().optional(),
        cfop: z.string(),
        cfop_interstate: z.string().optional(),
        unit: z.string().optional(),
        origin: z.string().optional(),
        icms: z.looseObject({
          cst: z.string(),
          rate: z.number().optional(),
          base_reduction: z.number().optional(),
          credit_rate: z.number().optional(),
        }),
        pis: revenueTaxOutput,
        cofins: revenueTaxOutput,
        ibs_cbs: consumptionTaxOutput.optional(),
      }),
    )
    .optional(),
  services: z
    .array(
      z.looseObject({
        codes: z.array(z.string()),
        service_code: z.string(),
        city_service_code: z.string().optional(),
        nbs: z.string().optional(),
        cnae: z.string().optional(),
        iss_rate: z.number().optional(),
        iss_withheld: z.boolean().optional(),
        ibs_cbs: consumptionTaxOutput.optional(),
      }),
    )
    .optional(),
  certificate: certificateInfo,
});

export const mexicoIssuerOutputSchema = z.looseObject({
  tax_id: z.string(),
  name: z.string(),
  tax_regime: z.string(),
  postal_code: z.string(),
  series: z
    .looseObject({
      ingreso: z.string().optional(),
      egreso: z.string().optional(),
      traslado: z.string().optional(),
    })
    .optional(),
  payment_form: z.string().optional(),
  products: z
    .array(
      z.looseObject({
        codes: z.array(z.string()),
        product_key: z.string(),
        unit_key: z.string().optional(),
        tax_object: z.string().optional(),
        iva: z.union([z.literal(16), z.literal(8), z.literal(0), z.literal("exempt")]).optional(),
      }),
    )
    .optional(),
  certificate: certificateInfo,
});
