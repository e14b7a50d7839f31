import type { BrazilIssuer, InvoiceInput } from "@codespar/contract";
import { testIssuers } from "../simulation/test-issuers.ts";

/** An NF-e of one line inside the state, with the least that a receiver must say where no postal code is looked up. */
export const order: InvoiceInput = {
  type: "nfe",
  customer: {
    name: "Maria Exemplo",
    document: "529.982.247-25",
    address: {
      postal_code: "13010-000",
      street: "Rua Barão de Jaguara",
      number: "50",
      district: "Centro",
      city: "Campinas",
      city_code: "3509502",
    },
  },
  items: [{ description: "Camiseta", quantity: 1, unit_amount: 1 }],
};

/** A company that pays ICMS buys two lines: 100.00 that are taxed and 39.90 that are not. */
export const companyOrder: InvoiceInput = {
  type: "nfe",
  customer: {
    name: "Empresa Exemplo Ltda",
    document: "11.444.777/0001-61",
    state_tax_id: "110.042.490.114",
    email: "compras@example.com",
    phone: "+551133334444",
    address: {
      postal_code: "13010-000",
      street: "Rua Barão de Jaguara",
      number: "50",
      complement: "sala 2",
      district: "Centro",
      city: "Campinas",
      city_code: "3509502",
    },
  },
  items: [
    { description: "Camiseta", quantity: 2, unit_amount: 5000, code: "CAM-1" },
    { description: "Livro", quantity: 1, unit_amount: 3990 },
  ],
  payment_id: "pay_1",
};

/** Who sells them under the regular regime: ICMS of 18% on half of the price (9.00), PIS of 1.65% on the rest (1.50). */
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
      unit: "PC",
      origin: "1",
      icms: { cst: "20", rate: 18, base_reduction: 50 },
      pis: { cst: "01", rate: 1.65 },
      cofins: { cst: "07" },
    },
    {
      codes: ["*"],
      ncm: "49019900",
      cfop: "5102",
      icms: { cst: "40" },
      pis: { cst: "06" },
      cofins: { cst: "06" },
    },
  ],
};

/** A CFDI to nobody by name. */
export const publicSale: InvoiceInput = {
  type: "cfdi",
  customer: {},
  items: [{ description: "Playera", quantity: 1, unit_amount: 11_600 }],
};

/** A CFDI to a taxpayer, with a product of SAT's own key. */
export const taxpayerSale: InvoiceInput = {
  type: "cfdi",
  customer: {
    name: "UNIVERSIDAD ROBOTICA",
    document: "GODE561231GR8",
    tax_regime: "612",
    email: "cfdi@example.com",
    address: { postal_code: "65000" },
  },
  items: [
    { description: "Playera", quantity: 2, unit_amount: 5000, code: "53103001" },
    { description: "Taza", quantity: 1.5, unit_amount: 3333 },
  ],
  use: "D10",
  payment_form: "99",
};
