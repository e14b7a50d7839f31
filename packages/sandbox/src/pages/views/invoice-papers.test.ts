import { generateCfdiStamp, seededRandom } from "@codespar/formats";
import type { FiscalDocument, Merchant } from "@codespar/providers/simulated";
import { expect, it } from "vitest";
import { cfdiView, dacteView, danfeView } from "./invoice-papers.ts";

const merchant: Merchant = {
  name: "Loja Teste Comércio Ltda",
  tradeName: "LOJA TESTE LTDA",
  cnpj: "11222333000181",
  stateCode: "35",
  state: "SP",
  city: "São Paulo",
  cityCode: "3550308",
  postalCode: "01310100",
  pixKey: "1e6f5a30-6d1f-4d1c-9f0b-0d4a2f6c1b7e",
  email: "loja@example.com",
  phone: "+551133334444",
  rfc: "EKU9003173C9",
};
const facts = { merchant, getUrl: (file: string) => `http://127.0.0.1/${file}` };

const document: FiscalDocument = {
  family: "brazil",
  kind: "nfe",
  id: "nfe_1",
  operationId: "tc_1",
  status: "authorized",
  series: 1,
  number: 7,
  accessKey: "35261111444777000161550010000000071123456784",
  issuedAt: 1_795_219_020_000,
  amount: 5_990,
  items: [{ description: "Camiseta", quantity: 1, unitPrice: 59.9, amount: 5_990 }],
  corrections: [],
};

it("names the shop of the account where the document names nobody else", () => {
  expect(danfeView(document, facts).issuer).toMatchObject({
    name: "Loja Teste Comércio Ltda",
    document: "11222333000181",
  });
});

it("names who issues by the fiscal profile, with the addresses that were sent", () => {
  const issued = {
    ...document,
    issuer: { cnpj: "11444777000161", name: "Loja Azul Comércio Ltda", city: "Recife", state: "PE" },
    layout: {
      emit: {
        enderEmit: {
          xLgr: "Rua da Aurora",
          nro: "12",
          xBairro: "Boa Vista",
          xMun: "Recife",
          UF: "PE",
          CEP: "50050000",
        },
      },
      dest: {
        enderDest: { xLgr: "Avenida Paulista", nro: "1578", xMun: "São Paulo", UF: "SP", CEP: "01310100" },
      },
    },
  };
  const view = danfeView(issued, facts);
  expect(view.issuer).toEqual({
    name: "Loja Azul Comércio Ltda",
    document: "11444777000161",
    street: "Rua da Aurora, 12",
    district: "Boa Vista",
    city: "Recife",
    state: "PE",
    postalCode: "50050000",
  });
  expect(view.receiver).toMatchObject({ street: "Avenida Paulista, 1578", city: "São Paulo" });
  expect(dacteView({ ...issued, kind: "cte" }, facts).sender.name).toBe("Loja Azul Comércio Ltda");
});

it("prints how a CFDI is paid as it was asked for", () => {
  const stamp = generateCfdiStamp(seededRandom(1), document.issuedAt);
  const view = cfdiView(
    {
      family: "mexico",
      id: "inv_1",
      operationId: "tc_1",
      status: "valid",
      kind: "I",
      series: "F",
      folio: 1,
      issuedAt: document.issuedAt,
      items: [{ description: "Playera", quantity: 1, subtotal: 30_000, tax: 4_800 }],
      subtotal: 30_000,
      tax: 4_800,
      total: 34_800,
      receiver: { rfc: "GODE561231GR8", use: "G03" },
      payment: { form: "28", method: "PPD" },
      stamp,
    },
    facts,
  );
  expect(view.payment).toEqual({ form: "28", method: "PPD" });
});
