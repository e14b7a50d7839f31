import type { TranslationContext } from "@codespar/backend/ports";
import type { BrazilIssuer, InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { nuvemFiscalTools } from "./tools.ts";
import { nuvemFiscalTranslator } from "./translate.ts";

const { invoice } = nuvemFiscalTranslator;
const id = "nfe_fixture01";

it.each([
  ["nfe-autorizado", "authorized"],
  ["nfe-rejeitado", "rejected"],
  ["nfe-cancelado", "cancelled"],
])("reads %s as %s", async (name, status) => {
  const { translate } = translateFixtures("nuvem-fiscal", [name]);
  expect(await translate(invoice, { action: "get", invoice_id: id })).toMatchObject({
    type: "nfe",
    status,
    number: 42,
    series: "1",
    amount: 12990,
  });
});

it.each([
  ["nfse-autorizada", "authorized"],
  ["nfse-substituida", "cancelled"],
  ["nfse-negada", "rejected"],
])("reads %s as %s", async (name, status) => {
  const { translate } = translateFixtures("nuvem-fiscal", [name]);
  const output = await translate(invoice, { action: "get", invoice_id: "nfse_fixture01" });
  expect(output).toMatchObject({ type: "nfse", status, number: 7, pdf_url: "https://nfse.example.com/7" });
});

const order: InvoiceInput = {
  type: "nfe",
  customer: {
    name: "Maria Exemplo",
    document: "529.982.247-25",
    address: { postal_code: "20040-002", number: "50" },
  },
  items: [{ description: "Camiseta", quantity: 1, unit_amount: 12990 }],
};
const cep = {
  cep: "20040002",
  logradouro: "Rua do Ouvidor",
  bairro: "Centro",
  municipio: "Rio de Janeiro",
  codigo_ibge: "3304557",
  uf: "RJ",
};

/** What is sent to issue, with a register that knows the postal code. */
async function sent(input: InvoiceInput, more: Partial<TranslationContext> = {}) {
  const tool = `nuvem_fiscal_create_${input.type}`;
  const { calls, translate } = translateWith({
    nuvem_fiscal_get_cep: cep,
    [tool]: { id: "nfe_1", status: "pendente" },
  });
  await translate(invoice, input, more);
  expect(calls.at(-1)).toMatchObject({ kind: "effect", tool });
  return { calls, sent: calls.at(-1)?.arguments };
}

it("issues under the operation's id and says that it is processing", async () => {
  const { calls, translate } = translateFixtures("nuvem-fiscal", ["nfe-pendente", "cep"]);
  expect(await translate(invoice, order)).toMatchObject({ status: "processing" });
  expect(calls.map(({ kind, tool }) => [kind, tool])).toEqual([
    ["read", "nuvem_fiscal_get_cep"],
    ["effect", "nuvem_fiscal_create_nfe"],
  ]);
  expect(calls[0]?.arguments).toEqual({ cep: "20040002" });
});

it("writes a whole NF-e of postal code and number, by the fiscal profile, as the layout 4.00 has it", async () => {
  expect((await sent(order)).sent).toEqual({
    ambiente: "homologacao",
    referencia: "tc_1",
    infNFe: {
      versao: "4.00",
      ide: {
        cUF: 35,
        natOp: "Venda de mercadoria",
        mod: 55,
        serie: 1,
        nNF: 1,
        dhEmi: "2026-11-20T12:00:00-03:00",
        tpNF: 1,
        idDest: 2,
        cMunFG: "3550308",
        tpImp: 1,
        tpEmis: 1,
        tpAmb: 2,
        finNFe: 1,
        indFinal: 1,
        indPres: 2,
        procEmi: 0,
        verProc: "CodeSpar",
      },
      emit: {
        CNPJ: "11222333000181",
        xNome: "Loja Teste Comércio Ltda",
        xFant: "LOJA TESTE LTDA",
        enderEmit: {
          xLgr: "Avenida Paulista",
          nro: "1000",
          xBairro: "Bela Vista",
          cMun: "3550308",
          xMun: "São Paulo",
          UF: "SP",
          CEP: "01310100",
          cPais: "1058",
          xPais: "BRASIL",
        },
        IE: "110042490114",
        CRT: 1,
      },
      dest: {
        CPF: "52998224725",
        xNome: "Maria Exemplo",
        enderDest: {
          xLgr: "Rua do Ouvidor",
          nro: "50",
          xBairro: "Centro",
          cMun: "3304557",
          xMun: "Rio de Janeiro",
          UF: "RJ",
          CEP: "20040002",
          cPais: "1058",
          xPais: "BRASIL",
        },
        indIEDest: 9,
      },
      det: [
        {
          nItem: 1,
          prod: {
            cProd: "1",
            cEAN: "SEM GTIN",
            xProd: "Camiseta",
            NCM: "61091000",
            CFOP: "6108",
            uCom: "UN",
            qCom: 1,
            vUnCom: 129.9,
            vProd: 129.9,
            cEANTrib: "SEM GTIN",
            uTrib: "UN",
            qTrib: 1,
            vUnTrib: 129.9,
            indTot: 1,
          },
          imposto: {
            ICMS: { ICMSSN102: { orig: 0, CSOSN: "102" } },
            PIS: { PISOutr: { CST: "49", vBC: 129.9, pPIS: 0, vPIS: 0 } },
            COFINS: { COFINSOutr: { CST: "49", vBC: 129.9, pCOFINS: 0, vCOFINS: 0 } },
          },
        },
      ],
      total: {
        ICMSTot: {
          vBC: 0,
          vICMS: 0,
          vICMSDeson: 0,
          vFCP: 0,
          vBCST: 0,
          vST: 0,
          vFCPST: 0,
          vFCPSTRet: 0,
          vProd: 129.9,
          vFrete: 0,
          vSeg: 0,
          vDesc: 0,
          vII: 0,
          vIPI: 0,
          vIPIDevol: 0,
          vPIS: 0,
          vCOFINS: 0,
          vOutro: 0,
          vNF: 129.9,
        },
      },
      transp: { modFrete: 9 },
      pag: { detPag: [{ tPag: "99", xPag: "Outros", vPag: 129.9 }] },
    },
  });
});

it("writes every tax of the regular regime, and adds each up", async () => {
  const brazil: BrazilIssuer = {
    ...testIssuers.brazil,
    tax_regime: "regular",
    operation_nature: "Venda",
    series: { nfe: 7 },
    first_numbers: { nfe: 1500 },
    goods: [
      {
        codes: ["CAM*"],
        ncm: "61091000",
        cest: "2806300",
        cfop: "5101",
        unit: "PC",
        origin: "1",
        icms: { cst: "00", rate: 18 },
        pis: { cst: "01", rate: 1.65 },
        cofins: { cst: "01", rate: 7.6 },
        ibs_cbs: { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 },
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
  const { sent: full } = await sent(
    {
      type: "nfe",
      customer: {
        name: "Empresa Exemplo Ltda",
        document: "11.222.333/0001-81",
        state_tax_id: "110.042.490.114",
        email: "compras@example.com",
        phone: "+551133334444",
        address: {
          postal_code: "01310100",
          street: "Avenida Paulista",
          number: "1578",
          complement: "cj 12",
          district: "Bela Vista",
          city: "São Paulo",
        },
      },
      items: [
        { description: "Camiseta", quantity: 2, unit_amount: 5000, code: "CAM-1" },
        { description: "Livro", quantity: 1, unit_amount: 3990 },
      ],
      payment_id: "pay_1",
    },
    { fiscal: testFiscal()("tc_1", { brazil }) },
  );
  expect(full).toMatchObject({
    infNFe: {
      ide: { serie: 7, nNF: 1500, natOp: "Venda", idDest: 1, indFinal: 0 },
      emit: { CRT: 3 },
      dest: {
        CNPJ: "11222333000181",
        indIEDest: 1,
        IE: "110042490114",
        email: "compras@example.com",
        enderDest: { cMun: "3550308", xCpl: "cj 12", fone: "1133334444" },
      },
      det: [
        {
          prod: { cProd: "CAM-1", NCM: "61091000", CEST: "2806300", CFOP: "5101", uCom: "PC" },
          imposto: {
            ICMS: { ICMS00: { orig: 1, CST: "00", modBC: 3, vBC: 100, pICMS: 18, vICMS: 18 } },
            PIS: { PISAliq: { CST: "01", vBC: 82, pPIS: 1.65, vPIS: 1.35 } },
            COFINS: { COFINSAliq: { CST: "01", vBC: 82, pCOFINS: 7.6, vCOFINS: 6.23 } },
            IBSCBS: {
              CST: "000",
              cClassTrib: "000001",
              gIBSCBS: {
                vBC: 74.42,
                gIBSUF: { pIBSUF: 0.1, vIBSUF: 0.07 },
                gIBSMun: { pIBSMun: 0, vIBSMun: 0 },
                vIBS: 0.07,
                gCBS: { pCBS: 0.9, vCBS: 0.67 },
              },
            },
          },
        },
        {
          prod: { cProd: "2", NCM: "49019900", CFOP: "5102", uCom: "UN" },
          imposto: {
            ICMS: { ICMS40: { orig: 0, CST: "40" } },
            PIS: { PISNT: { CST: "06" } },
            COFINS: { COFINSNT: { CST: "06" } },
          },
        },
      ],
      total: {
        ICMSTot: { vBC: 100, vICMS: 18, vPIS: 1.35, vCOFINS: 6.23, vProd: 139.9, vNF: 139.9 },
        IBSCBSTot: { vBCIBSCBS: 74.42, gIBS: { vIBS: 0.07 }, gCBS: { vCBS: 0.67 } },
      },
      infAdic: { infCpl: "Pagamento pay_1" },
    },
  });
});

it("issues in earnest where the environment is live, and only then", async () => {
  for (const [environment, ambiente, tpAmb] of [
    ["live", "producao", 1],
    ["test", "homologacao", 2],
  ] as const) {
    const goods = (await sent(order, { environment })).sent;
    expect(goods).toMatchObject({ ambiente, infNFe: { ide: { tpAmb } } });
    const service = (await sent({ ...order, type: "nfse" }, { environment })).sent;
    expect(service).toMatchObject({ ambiente, infDPS: { tpAmb } });
  }
});

it("writes an NFC-e of whom the shop does not know", async () => {
  const { calls, sent: receipt } = await sent({ type: "nfce", items: order.items });
  expect(calls).toHaveLength(1);
  expect(receipt).toMatchObject({
    infNFe: { ide: { mod: 65, tpImp: 4, indPres: 1, idDest: 1 }, det: [{ prod: { CFOP: "5102" } }] },
  });
  expect(receipt?.infNFe).not.toHaveProperty("dest");
});

it("writes an NFS-e by the service's rule", async () => {
  expect((await sent({ ...order, type: "nfse" })).sent).toEqual({
    ambiente: "homologacao",
    referencia: "tc_1",
    infDPS: {
      tpAmb: 2,
      dhEmi: "2026-11-20T12:00:00-03:00",
      verAplic: "CodeSpar",
      dCompet: "2026-11-20",
      prest: { CNPJ: "11222333000181", regTrib: { regEspTrib: 0 } },
      toma: {
        CPF: "52998224725",
        xNome: "Maria Exemplo",
        end: {
          endNac: { cMun: "3304557", CEP: "20040002" },
          xLgr: "Rua do Ouvidor",
          nro: "50",
          xBairro: "Centro",
        },
      },
      serv: {
        locPrest: { cLocPrestacao: "3550308" },
        cServ: { cTribNac: "010101", cTribMun: "02919", xDescServ: "Camiseta" },
      },
      valores: {
        vServPrest: { vServ: 129.9 },
        trib: { tribMun: { tribISSQN: 1, pAliq: 2.9, tpRetISSQN: 1 } },
      },
    },
  });
});

it.each<[string, InvoiceInput, Partial<BrazilIssuer> | null, RegExp]>([
  [
    "without a fiscal profile",
    order,
    null,
    /no fiscal profile that says who issues: store one with fiscalProfiles\.create/,
  ],
  ["without a rule for the goods", order, { goods: [] }, /no rule in brazil\.goods for an item without code/],
  ["without inscrição estadual", order, { state_tax_id: undefined }, /brazil\.state_tax_id is missing/],
  [
    "to another state without a CFOP for it",
    order,
    { goods: testIssuers.brazil.goods?.map(({ cfop_interstate: _, ...rule }) => rule) },
    /items\.0: goes from SP to RJ, and its rule has no cfop_interstate/,
  ],
  [
    "with DIFAL, which is not computed",
    order,
    {
      tax_regime: "regular",
      goods: testIssuers.brazil.goods?.map((rule) => ({ ...rule, icms: { cst: "00", rate: 18 } })),
    },
    /DIFAL, ICMSUFDest/,
  ],
  [
    "with a series of NFS-e",
    { ...order, type: "nfse" },
    { series: { nfse: 1 } },
    /series\.nfse .* cannot be told to Nuvem Fiscal/,
  ],
])("refuses %s before anything is sent", async (_what, input, change, message) => {
  const { calls, translate } = translateWith({ nuvem_fiscal_get_cep: cep });
  const brazil = change === null ? null : { ...testIssuers.brazil, ...change };
  const translated = translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  await expect(translated).rejects.toMatchObject({
    name: "ProviderRefusal",
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(calls.filter(({ kind }) => kind === "effect")).toEqual([]);
});

it.each(["cte", "mdfe"] as const)(
  "refuses a live %s, whose route and vehicle it has no fields for",
  async (type) => {
    const { calls, translate } = translateWith({});
    await expect(translate(invoice, { ...order, type }, { environment: "live" })).rejects.toMatchObject({
      message: expect.stringContaining(`Call nuvem_fiscal_create_${type}`),
    });
    expect(calls).toEqual([]);
  },
);

it("cancels, and says no where SEFAZ does", async () => {
  const cancel = { action: "cancel", invoice_id: id, reason: "Cancelamento de teste" } as const;
  const registered = translateFixtures("nuvem-fiscal", ["nfe-autorizado", "cancelamento-registrado"]);
  expect(await registered.translate(invoice, cancel)).toMatchObject({ status: "cancelled" });
  expect(registered.calls[1]?.arguments).toEqual({ id, justificativa: "Cancelamento de teste" });
  const refused = translateFixtures("nuvem-fiscal", ["nfe-autorizado", "cancelamento-rejeitado"]);
  await expect(refused.translate(invoice, cancel)).rejects.toMatchObject({
    code: "event_rejected",
    providerCode: "501",
  });
});

describe("what Nuvem Fiscal returns (provider-wire.md, nuvem-fiscal: status of each kind)", () => {
  const goods = readFixture("nuvem-fiscal", "nfe-autorizado").response;
  const service = readFixture("nuvem-fiscal", "nfse-autorizada").response;
  const reads = (invoice_id: string, tool: string, document: JsonObject) =>
    translateWith({ [tool]: document }).translate(invoice, { action: "get", invoice_id });

  it.each([
    ["pendente", "processing"],
    ["autorizado", "authorized"],
    ["encerrado", "authorized"],
    ["cancelado", "cancelled"],
    ["rejeitado", "rejected"],
    ["denegado", "rejected"],
    ["erro", "rejected"],
    ["novidade", "processing"],
  ])("goods: %s is %s", async (status, expected) => {
    expect(await reads(id, "nuvem_fiscal_get_nfe", { ...goods, status })).toMatchObject({
      status: expected,
    });
  });

  it.each([
    ["processando", "processing"],
    ["autorizada", "authorized"],
    ["cancelada", "cancelled"],
    ["substituida", "cancelled"],
    ["negada", "rejected"],
    ["erro", "rejected"],
    ["novidade", "processing"],
  ])("services: %s is %s", async (status, expected) => {
    expect(await reads("nfse_1", "nuvem_fiscal_get_nfse", { ...service, status })).toMatchObject({
      status: expected,
    });
  });

  it("is never a success without a status, and malformed without an id", async () => {
    expect(await reads(id, "nuvem_fiscal_get_nfe", without(goods, "status"))).toMatchObject({
      status: "processing",
    });
    await expect(reads(id, "nuvem_fiscal_get_nfe", without(goods, "id"))).rejects.toThrow(
      /without the document's id/,
    );
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    const inputs = arbitraryInvoice(["nfe", "nfce", "nfse", "cte", "mdfe"]);
    await expectNativeOrRefusal(invoice, inputs, nuvemFiscalTools, { nuvem_fiscal_get_cep: cep });
  });
});

it.each([
  ["cte_1", "nuvem_fiscal_get_cte"],
  ["mdfe_1", "nuvem_fiscal_get_mdfe"],
  ["nfce_1", "nuvem_fiscal_get_nfce"],
  ["nfse_1", "nuvem_fiscal_get_nfse"],
])("reads %s by %s, as its id says", async (invoice_id, tool) => {
  expect(await nativeCallsOf(invoice, { action: "get", invoice_id })).toEqual([
    { kind: "read", tool, arguments: { id: invoice_id } },
  ]);
});

it.each([1, 99_999_999_999])("writes %i centavos in reais", async (unit_amount) => {
  const items = [{ description: "Camiseta", quantity: 1, unit_amount }];
  expect((await sent({ ...order, items })).sent).toMatchObject({
    infNFe: {
      total: { ICMSTot: { vNF: unit_amount / 100 } },
      pag: { detPag: [{ vPag: unit_amount / 100 }] },
    },
  });
});

it("says that a document still stands while its cancellation is pending", async () => {
  const { calls, translate } = translateFixtures("nuvem-fiscal", ["nfe-autorizado"]);
  const pending = translateWith({
    nuvem_fiscal_get_nfe: readFixture("nuvem-fiscal", "nfe-autorizado").response,
    nuvem_fiscal_cancel_nfe: { id: "eve_1", status: "pendente" },
  });
  const standing = await translate(invoice, { action: "get", invoice_id: id });
  expect(await pending.translate(invoice, { action: "cancel", invoice_id: id })).toEqual(standing);
  expect(pending.calls.map(({ kind }) => kind)).toEqual(["read", "effect", "read"]);
  expect(calls).toHaveLength(1);
});

it("corrects goods by a letter, and says no where SEFAZ does; a service has none", async () => {
  const goods = readFixture("nuvem-fiscal", "nfe-autorizado").response;
  const reason = "Transportadora: Exemplo Ltda";
  const correct = { action: "correct", invoice_id: id, reason } as const;
  const registered = translateWith({
    nuvem_fiscal_get_nfe: goods,
    nuvem_fiscal_create_correction_letter: { id: "eve_1", status: "registrado" },
  });
  expect(await registered.translate(invoice, correct)).toMatchObject({ status: "authorized" });
  expect(registered.calls[1]?.arguments).toEqual({ id, correcao: reason });
  const refused = translateWith({
    nuvem_fiscal_get_nfe: goods,
    nuvem_fiscal_create_correction_letter: {
      status: "rejeitado",
      codigo_status: "594",
      motivo_status: "No.",
    },
  });
  await expect(refused.translate(invoice, correct)).rejects.toMatchObject({
    code: "event_rejected",
    providerCode: "594",
  });
  const service = translateFixtures("nuvem-fiscal", ["nfse-autorizada"]);
  await expect(
    service.translate(invoice, { ...correct, invoice_id: "nfse_fixture01" }),
  ).rejects.toMatchObject({ code: "not_supported" });
});
