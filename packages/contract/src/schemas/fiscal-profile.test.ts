import { describe, expect, it } from "vitest";
import type { BrazilIssuer, CreateFiscalProfileRequest, GoodsRule } from "../wire/fiscal-profile.ts";
import { createFiscalProfileRequestSchema, updateFiscalProfileRequestSchema } from "./fiscal-profile.ts";
import { validate } from "./validate.ts";

const goods: GoodsRule = {
  codes: ["*"],
  ncm: "61091000",
  cfop: "5102",
  icms: { cst: "102" },
  pis: { cst: "49", rate: 0 },
  cofins: { cst: "49", rate: 0 },
};

const brazil: BrazilIssuer = {
  tax_id: "11.222.333/0001-81",
  name: "Loja Teste Ltda",
  tax_regime: "simples_nacional",
  address: {
    postal_code: "01310-100",
    street: "Avenida Paulista",
    number: "1000",
    district: "Bela Vista",
    city: "Sao Paulo",
    city_code: "3550308",
    state: "SP",
  },
  goods: [goods],
};

function getIssues(request: unknown) {
  const checked = validate(createFiscalProfileRequestSchema, request);
  return checked.success ? [] : checked.issues;
}

const withGoods = (change: Partial<GoodsRule>): CreateFiscalProfileRequest => ({
  brazil: { ...brazil, goods: [{ ...goods, ...change }] },
});

describe("a fiscal profile", () => {
  it("is taken with the issuer of one country, or of both", () => {
    const mexico = {
      tax_id: "EKU9003173C9",
      name: "ESCUELA KEMPER URGATE",
      tax_regime: "601",
      postal_code: "42501",
      products: [{ codes: ["*"], product_key: "53103000" }],
    };
    expect(getIssues({ brazil })).toEqual([]);
    expect(getIssues({ mexico })).toEqual([]);
    expect(getIssues({ brazil, mexico, tenant_id: "acme" })).toEqual([]);
    expect(getIssues({})).toEqual([
      { path: "", message: "Send the issuer of a country at least: brazil, mexico, or both." },
    ]);
  });

  it.each([
    // Receita Federal: check digits of a CNPJ
    ["a CNPJ with a wrong digit", { brazil: { ...brazil, tax_id: "11222333000182" } }, "brazil.tax_id"],
    // IBGE: the first two digits of a municipality are its state's
    [
      "a city of another state",
      { brazil: { ...brazil, address: { ...brazil.address, city_code: "3304557" } } },
      "brazil.address.city_code",
    ],
    // NF-e 4.00: CSOSN goes with CRT 1, CST with CRT 2 and 3
    ["a CST under Simples Nacional", withGoods({ icms: { cst: "40" } }), "brazil.goods.0.icms.cst"],
    [
      "a CSOSN under the regular regime",
      { brazil: { ...brazil, tax_regime: "regular" } },
      "brazil.goods.0.icms.cst",
    ],
    // leiauteNFe 4.00: ICMSSN101 carries pCredSN, PISAliq pPIS
    ["CSOSN 101 without its credit", withGoods({ icms: { cst: "101" } }), "brazil.goods.0.icms.credit_rate"],
    ["PIS 01 without a rate", withGoods({ pis: { cst: "01" } }), "brazil.goods.0.pis.rate"],
    // CFOP: 5 inside the state, 6 to another
    ["a CFOP of another state for the own", withGoods({ cfop: "6102" }), "brazil.goods.0.cfop"],
    ["an NCM of seven digits", withGoods({ ncm: "6109100" }), "brazil.goods.0.ncm"],
    ["a star in the middle of a code", withGoods({ codes: ["6*1"] }), "brazil.goods.0.codes.0"],
    [
      "a code in two rules",
      { brazil: { ...brazil, goods: [goods, { ...goods, cfop: "5101" }] } },
      "brazil.goods.1.codes.0",
    ],
    // LC 116/2003: six digits of the national list
    [
      "a service code of LC 116 with a dot",
      { brazil: { ...brazil, services: [{ codes: ["*"], service_code: "01.07" }] } },
      "brazil.services.0.service_code",
    ],
    [
      "an RFC with an impossible date",
      { mexico: { tax_id: "EKU9013173C9", name: "X", tax_regime: "601", postal_code: "42501" } },
      "mexico.tax_id",
    ],
    ["a field that there is not", { brazil: { ...brazil, cnpj: "11222333000181" } }, "brazil.cnpj"],
  ])("is refused with %s, by its path", (_what, request, path) => {
    expect(getIssues(request).map((issue) => issue.path)).toEqual([path]);
  });

  it("never shows a certificate or its password in what it says of them", () => {
    const certificate = { file: "not a secret file", password: "" };
    const issues = getIssues({ brazil: { ...brazil, certificate } });
    expect(issues.map((issue) => issue.path)).toEqual([
      "brazil.certificate.file",
      "brazil.certificate.password",
    ]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it("is changed by parts, and never by none", () => {
    expect(validate(updateFiscalProfileRequestSchema, { display_name: null }).success).toBe(true);
    expect(
      validate(updateFiscalProfileRequestSchema, { brazil: { ...brazil, certificate: null } }).success,
    ).toBe(true);
    expect(validate(updateFiscalProfileRequestSchema, {}).success).toBe(false);
  });
});
