import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { companyOrder, order, regularIssuer } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { sefazTools } from "./tools.ts";
import { sefazTranslator } from "./translate.ts";

const { invoice } = sefazTranslator;
const key = "35261111222333000181550010000000421627073946";
const protocol = (cStat: string, xMotivo = "") => ({
  infProt: {
    tpAmb: "2",
    chNFe: key,
    dhRecbto: "2026-11-20T12:00:01-03:00",
    nProt: "135260000000042",
    cStat,
    xMotivo,
  },
});
const authorized = {
  cStat: "104",
  xMotivo: "Lote processado",
  protNFe: protocol("100", "Autorizado o uso da NF-e"),
};
const situation = {
  cStat: "100",
  xMotivo: "Autorizado o uso da NF-e",
  chNFe: key,
  protNFe: protocol("100", "Autorizado o uso da NF-e"),
};

/** What leaves for SEFAZ where this issuer sells. */
async function sent(input: InvoiceInput, brazil = testIssuers.brazil, environment: "test" | "live" = "test") {
  const tool = `sefaz_authorize_${input.type}`;
  const { calls, translate } = translateWith({
    [tool]: { cStat: "103", chNFe: key, chCTe: key, chMDFe: key },
  });
  const fiscal = testFiscal()("tc_1", { brazil });
  expect(await translate(invoice, input, { fiscal, environment })).toMatchObject({ status: "processing" });
  expect(calls).toMatchObject([{ kind: "effect", tool }]);
  return calls[0]?.arguments;
}

describe("what leaves for SEFAZ (provider-wire.md, sefaz: names of the XML, reais, times with offset)", () => {
  it("an NF-e of one centavo, with the next number of its series", async () => {
    expect(await sent(order)).toMatchObject({
      infNFe: {
        versao: "4.00",
        ide: { cUF: 35, mod: 55, serie: 1, nNF: 1, dhEmi: "2026-11-20T12:00:00-03:00", tpAmb: 2, idDest: 1 },
        emit: { CNPJ: "11222333000181", IE: "110042490114", CRT: 1 },
        dest: {
          CPF: "52998224725",
          xNome: "Maria Exemplo",
          enderDest: { xMun: "Campinas", cMun: "3509502", UF: "SP", CEP: "13010000" },
          indIEDest: 9,
        },
        det: [
          {
            nItem: 1,
            prod: { cProd: "1", NCM: "61091000", CFOP: "5102", qCom: 1, vUnCom: 0.01, vProd: 0.01 },
            imposto: { ICMS: { ICMSSN102: { orig: 0, CSOSN: "102" } } },
          },
        ],
        total: { ICMSTot: { vProd: 0.01, vNF: 0.01 } },
        transp: { modFrete: 9 },
        pag: { detPag: [{ tPag: "99", xPag: "Outros", vPag: 0.01 }] },
      },
    });
  });

  it("an NF-e to a company in earnest, with every tax", async () => {
    const brazil = { ...regularIssuer, first_numbers: { nfe: 1500 } };
    expect(await sent(companyOrder, brazil, "live")).toMatchObject({
      infNFe: {
        ide: { serie: 7, nNF: 1500, tpAmb: 1, indFinal: 0, natOp: "Venda" },
        emit: { CRT: 3 },
        dest: { CNPJ: "11444777000161", indIEDest: 1, IE: "110042490114", email: "compras@example.com" },
        det: [
          {
            prod: { cProd: "CAM-1", CEST: "2806300", CFOP: "5101", uCom: "PC", qCom: 2, vProd: 100 },
            imposto: {
              ICMS: {
                ICMS20: { orig: 1, CST: "20", modBC: 3, pRedBC: 50, vBC: 50, pICMS: 18, vICMS: 9 },
              },
              PIS: { PISAliq: { CST: "01", vBC: 91, pPIS: 1.65, vPIS: 1.5 } },
              COFINS: { COFINSNT: { CST: "07" } },
            },
          },
          {
            prod: { cProd: "2", NCM: "49019900" },
            imposto: { ICMS: { ICMS40: { orig: 0, CST: "40" } }, PIS: { PISNT: { CST: "06" } } },
          },
        ],
        total: { ICMSTot: { vBC: 50, vICMS: 9, vPIS: 1.5, vCOFINS: 0, vProd: 139.9, vNF: 139.9 } },
        infAdic: { infCpl: "Pagamento pay_1" },
      },
    });
  });

  it("a CT-e and an MDF-e, which only a sandbox completes", async () => {
    const items = [
      { description: "Frete de São Paulo a Campinas", quantity: 1, unit_amount: 10_000, code: "F1" },
    ];
    expect(await sent({ ...order, type: "cte", items })).toMatchObject({
      infCte: {
        versao: "4.00",
        ide: { mod: 57, tpAmb: 2, modal: "01" },
        compl: { xObs: "Frete de São Paulo a Campinas", ObsCont: [{ xCampo: "codigo", xTexto: "F1" }] },
        dest: { CPF: "52998224725", xNome: "Maria Exemplo" },
        vPrest: { vTPrest: 100, vRec: 100, Comp: [{ xNome: "Frete de São Pa", vComp: 100 }] },
      },
    });
    expect(await sent({ ...order, type: "mdfe", items })).toMatchObject({
      infMDFe: {
        versao: "3.00",
        ide: { mod: 58, tpAmb: 2, modal: 1 },
        prodPred: { xProd: "Frete de São Paulo a Campinas", NCM: "F1" },
        tot: { vCarga: 100 },
      },
    });
    for (const type of ["cte", "mdfe"] as const) {
      const { calls, translate } = translateWith({});
      await expect(
        translate(invoice, { ...order, type, items }, { environment: "live" }),
      ).rejects.toMatchObject({ message: expect.stringContaining(`Call sefaz_authorize_${type}`) });
      expect(calls).toEqual([]);
    }
  });

  it("the books of a month", async () => {
    expect(await nativeCallsOf(invoice, { type: "sped", period: "2026-04" })).toEqual([
      {
        kind: "effect",
        tool: "sefaz_create_sped_file",
        arguments: { tipo: "efd_icms_ipi", periodo: "2026-04" },
      },
    ]);
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    await expectNativeOrRefusal(invoice, arbitraryInvoice(["nfe", "cte", "mdfe", "sped"]), sefazTools);
  });
});

describe("what SEFAZ returns (provider-wire.md, sefaz: cStat of the lot, of the protocol, of the situation)", () => {
  const get = { action: "get", invoice_id: key } as const;
  const reads = (document: JsonObject) =>
    translateWith({ sefaz_get_nfe_protocol: document }).translate(invoice, get);

  it("an authorisation names its document in the protocol alone", async () => {
    const { translate } = translateWith({ sefaz_authorize_nfe: authorized });
    expect(await translate(invoice, order)).toEqual({
      invoice_id: key,
      type: "nfe",
      status: "authorized",
      number: 42,
      series: "1",
      access_key: key,
      protocol: "135260000000042",
    });
  });

  it.each([
    ["100", "authorized"],
    ["150", "authorized"],
    ["110", "rejected"],
    ["204", "rejected"],
    ["301", "rejected"],
    ["302", "rejected"],
    ["539", "rejected"],
    ["999", "rejected"],
  ])("a protocol of %s is %s", async (code, status) => {
    expect(await reads({ ...situation, protNFe: protocol(code, "Motivo") })).toMatchObject({ status });
  });

  it.each([
    ["100", "authorized"],
    ["101", "cancelled"],
    ["151", "cancelled"],
  ])("a situation of %s is %s, whatever the first protocol says", async (cStat, status) => {
    expect(await reads({ ...situation, cStat })).toMatchObject({ status });
  });

  it.each(["103", "105"])("a lot of %s is processing", async (cStat) => {
    expect(await reads({ cStat, chNFe: key })).toMatchObject({ invoice_id: key, status: "processing" });
  });

  it.each([
    ["217", "not_found", /no document of this access key/],
    ["108", "invoice_rejected", /Motivo/],
    ["109", "invoice_rejected", /Motivo/],
    ["225", "invoice_rejected", /Motivo/],
    ["656", "invoice_rejected", /Motivo/],
  ])("a request that is not taken is a refusal: %s", async (cStat, code, message) => {
    await expect(reads({ cStat, xMotivo: "Motivo" })).rejects.toMatchObject({
      code,
      providerCode: cStat,
      message: expect.stringMatching(message),
    });
  });

  it("a rejection gives its reason, and stops the caller where it comes at once", async () => {
    const reason = "Rejeicao: Duplicidade de NF-e";
    const rejected = { ...authorized, protNFe: protocol("204", reason) };
    expect(await reads(rejected)).toMatchObject({ rejection: { code: "204", message: reason } });
    const { translate } = translateWith({ sefaz_authorize_nfe: rejected });
    await expect(translate(invoice, order)).rejects.toMatchObject({
      code: "invoice_rejected",
      providerCode: "204",
      message: reason,
      invoiceId: key,
    });
  });

  it("is never a success without a protocol, and malformed without a key", async () => {
    expect(await reads(without(situation, "protNFe"))).toMatchObject({ status: "processing" });
    const keyless = without(without(situation, "chNFe"), "protNFe.infProt.chNFe");
    await expect(reads(keyless)).rejects.toThrow(/without the document's id/);
  });

  it.each([
    ["transmitido", "authorized"],
    ["gerado", "processing"],
    ["novidade", "processing"],
  ])("a file of books that is %s is %s", async (status, expected) => {
    const { translate } = translateWith({
      sefaz_get_sped_file: {
        id: "sped_1",
        status,
        recibo: "r1",
        gerado_em: "2026-05-01T12:00:00-03:00",
        valor_total: 129.9,
      },
    });
    expect(await translate(invoice, { action: "get", type: "sped", invoice_id: "sped_1" })).toEqual({
      invoice_id: "sped_1",
      type: "sped",
      status: expected,
      protocol: "r1",
      issued_at: "2026-05-01T12:00:00-03:00",
      amount: 12_990,
    });
  });
});

describe("a cancellation (provider-wire.md, sefaz: event 110111, by key and protocol)", () => {
  const cancel = { action: "cancel", invoice_id: key, reason: "Pedido repetido por engano" } as const;
  const event = (cStat: string) => ({
    cStat: "128",
    retEvento: { infEvento: { chNFe: key, cStat, xMotivo: "Motivo" } },
  });

  it.each(["135", "136", "155"])("is registered by %s", async (cStat) => {
    const { calls, translate } = translateWith({
      sefaz_get_nfe_protocol: situation,
      sefaz_cancel_nfe: event(cStat),
    });
    expect(await translate(invoice, cancel)).toMatchObject({ invoice_id: key, status: "cancelled" });
    expect(calls).toEqual([
      { kind: "read", tool: "sefaz_get_nfe_protocol", arguments: { chNFe: key } },
      {
        kind: "effect",
        tool: "sefaz_cancel_nfe",
        arguments: { chNFe: key, nProt: "135260000000042", xJust: "Pedido repetido por engano" },
      },
    ]);
  });

  it.each(["501", "573", "999"])("is a refusal by %s", async (cStat) => {
    const { translate } = translateWith({
      sefaz_get_nfe_protocol: situation,
      sefaz_cancel_nfe: event(cStat),
    });
    await expect(translate(invoice, cancel)).rejects.toMatchObject({
      code: "event_rejected",
      providerCode: cStat,
      message: "Motivo",
    });
  });

  it("is a refusal where the lot was not even taken, or there is no protocol to name", async () => {
    const untaken = translateWith({ sefaz_get_nfe_protocol: situation, sefaz_cancel_nfe: { cStat: "656" } });
    await expect(untaken.translate(invoice, cancel)).rejects.toMatchObject({ code: "event_rejected" });
    const { calls, translate } = translateWith({ sefaz_get_nfe_protocol: { cStat: "105", chNFe: key } });
    await expect(translate(invoice, cancel)).rejects.toMatchObject({
      code: "event_rejected",
      message: expect.stringMatching(/^The document is processing, .* no protocol/),
    });
    expect(calls.filter(({ kind }) => kind === "effect")).toEqual([]);
  });
});

it.each<[string, InvoiceInput]>([
  ["an NFS-e", { ...order, type: "nfse" }],
  ["a correction", { action: "correct", invoice_id: key, reason: "Nome do cliente" }],
  ["the cancellation of books", { action: "cancel", type: "sped", invoice_id: "sped_1" }],
])("does not do %s", async (_what, input) => {
  const { translate } = translateWith({
    sefaz_get_nfe_protocol: situation,
    sefaz_get_sped_file: { id: "sped_1", status: "transmitido" },
  });
  await expect(translate(invoice, input)).rejects.toMatchObject({ code: "not_supported" });
});
