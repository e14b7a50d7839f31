import type { BrazilIssuer, InvoiceInput } from "@codespar/contract";
import { testIssuers } from "../simulation/test-issuers.ts";

/** An order of goods with as little as an NF-e takes, for providers that look no postal code up. */
export const goodsOrder: InvoiceInput = {
  type: "nfe",
  customer: {
    name: "Maria Exemplo",
    document: "529.982.247-25",
    address: {
      postal_code: "01310-100",
      street: "Avenida Paulista",
      number: "1578",
      district: "Bela Vista",
      city: "São Paulo",
    },
  },
  items: [{ description: "Camiseta", quantity: 3, unit_amount: 1999 }],
};

/** An order with everything that the meta-tool can say: a company that pays ICMS, two kinds of goods, a payment. */
export const fullGoodsOrder: InvoiceInput = {
  type: "nfe",
  customer: {
    name: "Empresa Exemplo Ltda",
    document: "11.222.333/0001-81",
    state_tax_id: "110.042.490.114",
    email: "compras@example.com",
    phone: "+551133334444",
    address: {
      postal_code: "20040-002",
      street: "Rua do Ouvidor",
      number: "50",
      complement: "sala 3",
      district: "Centro",
      city: "Rio de Janeiro",
      state: "RJ",
    },
  },
  items: [
    { description: "Camiseta", quantity: 2, unit_amount: 5000, code: "CAM-1" },
    { description: "Livro", quantity: 1, unit_amount: 3990 },
  ],
  payment_id: "pay_1",
};

/** An issuer under the regular regime: ICMS reduced by half on shirts, none on books. */
export const regularIssuer: BrazilIssuer = {
  ...testIssuers.brazil,
  tax_regime: "regular",
  operation_nature: "Venda",
  series: { nfe: 7 },
  goods: [
    {
      codes: ["CAM*"],
      ncm: "61091000",
      cest: "2806300",
      cfop: "5101",
      cfop_interstate: "6101",
      unit: "PC",
      origin: "1",
      icms: { cst: "20", rate: 12, base_reduction: 50 },
      pis: { cst: "01", rate: 1.65 },
      cofins: { cst: "01", rate: 7.6 },
    },
    {
      codes: ["*"],
      ncm: "49019900",
      cfop: "5102",
      cfop_interstate: "6102",
      icms: { cst: "40" },
      pis: { cst: "06" },
      cofins: { cst: "06" },
    },
  ],
};

/** A service whose ISS is withheld, to a company. */
export const serviceOrder: InvoiceInput = {
  ...fullGoodsOrder,
  type: "nfse",
  items: [{ description: "Desenvolvimento de programa", quantity: 10, unit_amount: 20_000, code: "DEV" }],
};

/** How that service is taxed. */
export const serviceIssuer: BrazilIssuer = {
  ...testIssuers.brazil,
  services: [
    {
      codes: ["DEV"],
      service_code: "010101",
      city_service_code: "02919",
      cnae: "6201501",
      iss_rate: 2.9,
      iss_withheld: true,
    },
  ],
};
