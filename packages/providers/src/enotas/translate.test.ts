import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { companyOrder, order, regularIssuer } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { enotasTools } from "./tools.ts";
import { enotasTranslator } from "./translate.ts";

const { invoice } = enotasTranslator;
const id = "484fb0e2-1d5c-4b6e-8e5f-3f2b7c1a0400";
const key = "35261111222333000181550010000000421627073946";
const goods = {
  id,
  status: "Autorizada",
  numero: "42",
  serie: "1",
  chaveAcesso: key,
  numeroProtocolo: "135260000000042",
  dataEmissao: "2026-11-20T12:00:00-03:00",
  valorTotal: 129.9,
  linkDanfe: "https://api.enotasgw.com.br/danfe",
  linkDownloadXML: "https://api.enotasgw.com.br/xml",
};
const service = {
  id,
  tipo: "NFS-e",
  status: "Autorizada",
  numero: "7",
  numeroRps: 12,
  serieRps: "1",
  codigoVerificacao: "AB12-CD34",
  dataCriacao: "2026-11-20T12:00:00-03:00",
  valorTotal: 129.9,
  linkDownloadPDF: "https://api.enotasgw.com.br/pdf",
};

/** What leaves for eNotas where this issuer sells. */
async function sent(input: InvoiceInput, brazil = testIssuers.brazil, environment: "test" | "live" = "test") {
  const { calls, translate } = translateWith({
    [`enotas_create_${input.type}`]: { nfeId: id },
    [`enotas_get_${input.type}`]: { id, status: "EmProcessoDeAutorizacao" },
  });
  const fiscal = testFiscal()("tc_1", { brazil });
  expect(await translate(invoice, input, { fiscal, environment })).toMatchObject({ status: "processing" });
  expect(calls).toMatchObject([
    { kind: "effect", tool: `enotas_create_${input.type}` },
    { kind: "read", tool: `enotas_get_${input.type}`, arguments: { id } },
  ]);
  return calls[0]?.arguments;
}

describe("what leaves for eNotas (provider-wire.md, enotas: our idExterno, reais; names of an NF-e unverified)", () => {
  it("an NF-e of one centavo under our id, and a read by the id that came back", async () => {
    const tax = { situacaoTributaria: "49", baseCalculo: 0.01, aliquota: 0, valor: 0 };
    expect(await sent(order)).toEqual({
      id: "tc_1",
      ambienteEmissao: "Homologacao",
      cliente: {
        tipoPessoa: "F",
        nome: "Maria Exemplo",
        cpfCnpj: "52998224725",
        endereco: {
          uf: "SP",
          cidade: "Campinas",
          logradouro: "Rua Barão de Jaguara",
          numero: "50",
          bairro: "Centro",
          cep: "13010000",
        },
      },
      serie: "1",
      naturezaOperacao: "Venda de mercadoria",
      tipoOperacao: "Saida",
      finalidade: "Normal",
      consumidorFinal: true,
      indicadorPresencaConsumidor: "OperacaoPelaInternet",
      itens: [
        {
          cfop: "5102",
          codigo: "1",
          descricao: "Camiseta",
          ncm: "61091000",
          quantidade: 1,
          unidadeMedida: "UN",
          valorUnitario: 0.01,
          impostos: { icms: { situacaoTributaria: "102", origem: 0 }, pis: tax, cofins: tax },
        },
      ],
    });
  });

  it("an NF-e to a company, with every tax", async () => {
    expect(await sent(companyOrder, regularIssuer)).toMatchObject({
      cliente: {
        tipoPessoa: "J",
        cpfCnpj: "11444777000161",
        inscricaoEstadual: "110042490114",
        email: "compras@example.com",
        telefone: "1133334444",
        endereco: { complemento: "sala 2" },
      },
      serie: "7",
      naturezaOperacao: "Venda",
      consumidorFinal: false,
      itens: [
        {
          cfop: "5101",
          codigo: "CAM-1",
          cest: "2806300",
          quantidade: 2,
          unidadeMedida: "PC",
          valorUnitario: 50,
          impostos: {
            icms: {
              situacaoTributaria: "20",
              origem: 1,
              baseCalculo: 50,
              percentualReducaoBaseCalculo: 50,
              aliquota: 18,
              valor: 9,
            },
            pis: { situacaoTributaria: "01", baseCalculo: 91, aliquota: 1.65, valor: 1.5 },
            cofins: { situacaoTributaria: "07" },
          },
        },
        { codigo: "2", impostos: { icms: { situacaoTributaria: "40" }, pis: { situacaoTributaria: "06" } } },
      ],
      informacoesAdicionais: "Pagamento pay_1",
    });
  });

  it("an NFS-e of somebody or of nobody", async () => {
    const servico = {
      descricao: "Camiseta",
      aliquotaIss: 2.9,
      issRetidoFonte: false,
      codigoServicoMunicipio: "02919",
      itemListaServicoLC116: "1.01",
      ufPrestacaoServico: "SP",
      municipioPrestacaoServico: "São Paulo",
    };
    expect(await sent({ type: "nfse", items: order.items })).toEqual({
      idExterno: "tc_1",
      ambienteEmissao: "Homologacao",
      tipo: "NFS-e",
      servico,
      valorTotal: 0.01,
    });
    const services = [
      { codes: ["*"], service_code: "170601", cnae: "7319002", iss_rate: 5, iss_withheld: true },
    ];
    expect(await sent({ ...order, type: "nfse" }, { ...testIssuers.brazil, services })).toMatchObject({
      cliente: { tipoPessoa: "F", endereco: { cidade: "Campinas" } },
      servico: { aliquotaIss: 5, issRetidoFonte: true, itemListaServicoLC116: "17.06", cnae: "7319002" },
    });
  });

  it.each([
    ["live", "Producao"],
    ["test", "Homologacao"],
  ] as const)("a %s document in %s, at its greatest amount", async (environment, ambienteEmissao) => {
    const items = [{ description: "Aula", quantity: 1, unit_amount: 99_999_999_999 }];
    const input: InvoiceInput = { ...order, type: "nfse", items };
    expect(await sent(input, testIssuers.brazil, environment)).toMatchObject({
      ambienteEmissao,
      valorTotal: 999_999_999.99,
    });
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    await expectNativeOrRefusal(invoice, arbitraryInvoice(["nfe", "nfse"]), enotasTools);
  });
});

describe("what eNotas returns (provider-wire.md, enotas: status, motivoStatus)", () => {
  const reads = (type: "nfe" | "nfse", document: JsonObject) =>
    translateWith({ [`enotas_get_${type}`]: document }).translate(invoice, {
      action: "get",
      type,
      invoice_id: id,
    });

  it("is read with all that it says", async () => {
    expect(await reads("nfe", goods)).toEqual({
      invoice_id: id,
      type: "nfe",
      status: "authorized",
      number: 42,
      series: "1",
      access_key: key,
      protocol: "135260000000042",
      issued_at: "2026-11-20T12:00:00-03:00",
      amount: 12_990,
      pdf_url: goods.linkDanfe,
      xml_url: goods.linkDownloadXML,
    });
    expect(await reads("nfse", service)).toEqual({
      invoice_id: id,
      type: "nfse",
      status: "authorized",
      number: 7,
      series: "1",
      access_key: "AB12-CD34",
      issued_at: "2026-11-20T12:00:00-03:00",
      amount: 12_990,
      pdf_url: service.linkDownloadPDF,
    });
  });

  it.each([
    ["EmProcessoDeAutorizacao", "processing"],
    ["Autorizada", "authorized"],
    ["AutorizadaAguardandoGeracaoPDF", "authorized"],
    ["CancelamentoSolicitado", "authorized"],
    ["CancelamentoNegado", "authorized"],
    ["CanceladaAguardandoAtualizacaoPDF", "cancelled"],
    ["Negada", "rejected"],
    ["Denegada", "rejected"],
    ["Cancelada", "cancelled"],
    ["Novidade", "processing"],
  ])("%s is %s", async (status, expected) => {
    expect(await reads("nfe", { ...goods, status })).toMatchObject({ status: expected });
    expect(await reads("nfse", { ...service, status })).toMatchObject({ status: expected });
  });

  it("is never a success without a status, and malformed without an id", async () => {
    expect(await reads("nfse", without(service, "status"))).toMatchObject({ status: "processing" });
    await expect(reads("nfse", without(service, "id"))).rejects.toThrow(/without the document's id/);
    const { translate } = translateWith({ enotas_create_nfe: {} });
    await expect(translate(invoice, order)).rejects.toThrow(/without nfeId/);
  });

  it("is a refusal with the authority's reason where it was rejected at once", async () => {
    const { translate } = translateWith({
      enotas_create_nfe: { nfeId: id },
      enotas_get_nfe: { id, status: "Negada", motivoStatus: "778 - Rejeicao: NCM - inexistente" },
    });
    await expect(translate(invoice, order)).rejects.toMatchObject({
      code: "invoice_rejected",
      providerCode: "778",
      message: "Rejeicao: NCM - inexistente",
      invoiceId: id,
    });
  });
});

it.each([
  ["nfe", goods],
  ["nfse", service],
] as const)("a cancelled %s is read again, for it is only taken in", async (type, document) => {
  const { calls, translate } = translateWith({
    [`enotas_get_${type}`]: document,
    [`enotas_cancel_${type}`]: { nfeId: id },
  });
  expect(await translate(invoice, { action: "cancel", type, invoice_id: id })).toMatchObject({
    status: "authorized",
  });
  expect(calls.map(({ kind, tool, arguments: args }) => [kind, tool, args])).toEqual([
    ["read", `enotas_get_${type}`, { id }],
    ["effect", `enotas_cancel_${type}`, { id }],
    ["read", `enotas_get_${type}`, { id }],
  ]);
});

it.each<[string, InvoiceInput, string, RegExp]>([
  ["a CT-e", { ...order, type: "cte" }, "not_supported", /eNotas does not issue a cte/],
  [
    "a receiver without an address",
    { ...order, customer: { ...order.customer, address: undefined } },
    "invalid_request",
    /customer\.address is missing/,
  ],
])("refuses %s before anything is sent", async (_what, input, code, message) => {
  await expect(nativeCallsOf(invoice, input)).rejects.toMatchObject({
    name: "ProviderRefusal",
    code,
    message: expect.stringMatching(message),
  });
});
