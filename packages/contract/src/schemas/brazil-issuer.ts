import {
  BRAZIL_STATE_CODES,
  BRAZIL_STATES,
  isBrazilState,
  isValidCnpj,
  parsePostalCode,
} from "@codespar/formats";
import { z } from "zod";
import { type BrazilCertificate, type BrazilIssuer, brazilTaxRegimes } from "../wire/fiscal-profile.ts";
import { goodsRuleSchema, serviceRuleSchema } from "./brazil-tax-rules.ts";
import { derFile, password } from "./certificate-fields.ts";
import { text } from "./fields.ts";
import { checkCodes, digits } from "./tax-rule-fields.ts";

const series = z.int().min(0).max(999);

const firstNumber = z.int().min(1).max(999_999_999);

const issuerAddressSchema = z
  .strictObject({
    postal_code: z.string().refine((value) => parsePostalCode(value, "BR") !== undefined, {
      error: "postal_code is a CEP of eight digits, such as 01310100.",
    }),
    street: text(60),
    number: text(60),
    complement: text(60).optional(),
    district: text(60),
    city: text(60),
    city_code: digits(7, "city_code (IBGE)", "3550308"),
    state: z.enum(BRAZIL_STATE_CODES),
  })
  .superRefine(({ city_code, state }, context) => {
    if (!isBrazilState(state) || city_code.startsWith(BRAZIL_STATES[state].ibge)) return;
    const message = `city_code ${city_code} is not in ${state}, whose codes begin with ${BRAZIL_STATES[state].ibge}.`;
    context.addIssue({ code: "custom", path: ["city_code"], message });
  });

const brazilFields = {
  tax_id: z.string().refine(isValidCnpj, { error: "tax_id is not a valid CNPJ: check its digits." }),
  name: text(60),
  trade_name: text(60).optional(),
  state_tax_id: text(14).optional(),
  municipal_tax_id: text(15).optional(),
  tax_regime: z.enum(brazilTaxRegimes),
  address: issuerAddressSchema,
  operation_nature: text(60).optional(),
  series: z
    .strictObject({
      nfe: series.optional(),
      nfce: series.optional(),
      nfse: series.optional(),
      cte: series.optional(),
      mdfe: series.optional(),
    })
    .optional(),
  first_numbers: z
    .strictObject({
      nfe: firstNumber.optional(),
      nfce: firstNumber.optional(),
      nfse: firstNumber.optional(),
    })
    .optional(),
  goods: z.array(goodsRuleSchema).max(1000).optional(),
  services: z.array(serviceRuleSchema).max(1000).optional(),
};

export const brazilCertificateSchema = z.strictObject({
  file: derFile,
  password,
}) satisfies z.ZodType<BrazilCertificate>;

/** A Brazilian issuer with what may stand in the place of its certificate. */
export function brazilIssuerSchema<Certificate extends z.ZodType>(certificate: Certificate) {
  return z.strictObject({ ...brazilFields, certificate }).superRefine((issuer, context) => {
    checkRegime(issuer, context);
    checkCodes(issuer.goods, "goods", context);
    checkCodes(issuer.services, "services", context);
  });
}

/** The regime decides which table the ICMS of goods is from (NF-e 4.00, rejections 590 and 591). */
function checkRegime(issuer: Pick<BrazilIssuer, "goods" | "tax_regime">, context: z.RefinementCtx): void {
  const isSimples = issuer.tax_regime === "simples_nacional" || issuer.tax_regime === "mei";
  issuer.goods?.forEach((rule, index) => {
    if ((rule.icms.cst.length === 3) === isSimples) return;
    const [has, takes] = isSimples ? ["CST", "a CSOSN of three digits"] : ["CSOSN", "a CST of two digits"];
    const message = `${has} ${rule.icms.cst} does not go with tax_regime ${issuer.tax_regime}, which takes ${takes}.`;
    context.addIssue({ code: "custom", path: ["goods", index, "icms", "cst"], message });
  });
}
