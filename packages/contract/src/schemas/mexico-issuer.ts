import { isValidRfc } from "@codespar/formats";
import { z } from "zod";
import type { MexicoCertificate } from "../wire/fiscal-profile.ts";
import { derFile, password } from "./certificate-fields.ts";
import { text } from "./fields.ts";
import { checkCodes, codes, digits } from "./tax-rule-fields.ts";

const cfdiProductRuleSchema = z.strictObject({
  codes,
  product_key: digits(8, "product_key (c_ClaveProdServ)", "53103000"),
  unit_key: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/, { error: "unit_key is a key of c_ClaveUnidad, such as H87." })
    .optional(),
  tax_object: z
    .string()
    .regex(/^0[1-8]$/, { error: "tax_object is a key of c_ObjetoImp, such as 02." })
    .optional(),
  iva: z.union([z.literal(16), z.literal(8), z.literal(0), z.literal("exempt")]).optional(),
});

const cfdiSeries = text(25).optional();

const mexicoFields = {
  tax_id: z.string().refine(isValidRfc, { error: "tax_id is not a valid RFC: check letters and date." }),
  name: text(300),
  tax_regime: digits(3, "tax_regime (c_RegimenFiscal)", "601"),
  postal_code: digits(5, "postal_code", "06600"),
  series: z.strictObject({ ingreso: cfdiSeries, egreso: cfdiSeries, traslado: cfdiSeries }).optional(),
  payment_form: digits(2, "payment_form (c_FormaPago)", "03").optional(),
  products: z.array(cfdiProductRuleSchema).max(1000).optional(),
};

export const mexicoCertificateSchema = z.strictObject({
  certificate: derFile,
  private_key: derFile,
  password,
}) satisfies z.ZodType<MexicoCertificate>;

/** A Mexican issuer with what may stand in the place of its certificate. */
export function mexicoIssuerSchema<Certificate extends z.ZodType>(certificate: Certificate) {
  return z
    .strictObject({ ...mexicoFields, certificate })
    .superRefine((issuer, context) => checkCodes(issuer.products, "products", context));
}
