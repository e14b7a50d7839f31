import { generateCfdiStamp, seededRandom } from "@codespar/formats";
import type { FiscalDocument, Merchant } from "@codespar/providers/simulated";
import { expect, it } from "vitest";
import { cfdiView, dacteView, danfceView, danfeView } from "./invoice-papers.ts";

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

it("prints of an NF-e what its XML says, not what most say", () => {
  const layout = {
    ide: { natOp: "Remessa para conserto", tpNF: 0 },
    det: [
      {
        prod: { cProd: "CAM-1", NCM: "61091000", CFOP: "6915", uCom: "PC" },
        imposto: {
          ICMS: { ICMS00: { orig: 0, CST: "00", vBC: 59.9, pICMS: 12, vICMS: 7.19 } },
          IPI: { IPITrib: { vIPI: "1.00", pIPI: "1.6694" } },
        },
      },
    ],
    total: { ICMSTot: { vBC: 59.9, vICMS: 7.19, vFrete: "x" } },
    transp: { modFrete: 0 },
    infAdic: { infCpl: "Sem incidência" },
  };
  const view = danfeView({ ...document, layout, reference: "order-1" }, facts);
  expect(view).toMatchObject({
    nature: "Remessa para conserto",
    direction: "0",
    freight: "0",
    totals: { icmsBase: 5_990, icms: 719, freight: undefined },
    notes: ["Sem incidência", "Referência order-1"],
  });
  expect(view.lines).toMatchObject([
    {
      code: "CAM-1",
      operation: "6915",
      unit: "PC",
      taxes: { situation: "000", icmsBase: 5_990, icms: 719, icmsRate: "12", ipi: 100, ipiRate: "1.6694" },
    },
  ]);
});

it("prints where the receiver is also where the provider has names of its own for that", () => {
  const address = { street: "Rua das Flores", number: "12", city: "Curitiba", state: "PR" };
  const view = danfeView({ ...document, receiver: { name: "Maria", address } }, facts);
  expect(view.receiver).toMatchObject({ street: "Rua das Flores, 12", city: "Curitiba", state: "PR" });
});

it("names how an NFC-e was paid", () => {
  const layout = {
    pag: {
      detPag: [
        { tPag: "17", vPag: 59.9 },
        { tPag: "77", vPag: "0" },
      ],
    },
  };
  expect(danfceView({ ...document, layout }, facts).payments).toEqual([
    { name: "Pagamento Instantâneo (Pix)", amount: 5_990 },
    { name: "77", amount: 0 },
  ]);
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
