import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { companyOrder, order, regularIssuer } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { plugnotasTools } from "./tools.ts";
import { plugnotasTranslator } from "./translate.ts";

const { invoice } = plugnotasTranslator;
const id = "5f2b7c1a3c4d4e5f8a9b0c1d";
const key = "35261111222333000181550010000000421627073946";
const receipt = { documents: [{ idIntegracao: "tc_1", emitente: "11222333000181", id }], protocol: "p" };
const goods = {
  id,
  idIntegracao: "tc_1",
  situacao: "CONCLUIDO",
  numero: "42",
  serie: "1",
  chave: key,
  protocolo: "135260000000042",
  emissao: "2026-11-20T12:00:00-03:00",
  valor: 129.9,
  pdf: "https://api.plugnotas.com.br/nfe/pdf",
  xml: "https://api.plugnotas.com.br/nfe/xml",
};
const service = {
  id,
  situacao: "CONCLUIDO",
  numero: "7",
  serie: "1",
  codigoVerificacao: "AB12-CD34",
  protocolo: "p",
  emissao: "2026-11-20T12:00:00-03:00",
  valorServico: 129.9,
};

/** What leaves for PlugNotas where this issuer sells. */
async function sent(input: InvoiceInput, brazil = testIssuers.brazil) {
  const get = input.type === "nfse" ? "plugnotas_get_nfse" : "plugnotas_get_nfe";
  const create = `plugnotas_create_${input.type}`;
  const { calls, translate } = translateWith({
    [create]: receipt,
    [get]: { id, situacao: "PROCESSANDO" },
  });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  expect(calls).toMatchObject([
    { kind: "effect", tool: create },
    { kind: "read", tool: get, arguments: { id } },
  ]);
  return calls[0]?.arguments;
}

describe("what leaves for PlugNotas (provider-wire.md, plugnotas: our idIntegracao, reais; names unverified)", () => {
  it("an NF-e of one centavo, and a read by the receipt's id", async () => {
    const tax = { cst: "49", baseCalculo: { valor: 0.01 }, aliquota: 0, valor: 0 };
    expect(await sent(order)).toEqual({
      idIntegracao: "tc_1",
      natureza: "Venda de mercadoria",
      serie: "1",
      presencial: 2,
      consumidorFinal: true,
      emitente: { cpfCnpj: "11222333000181" },
      destinatario: {
        cpfCnpj: "52998224725",
        razaoSocial: "Maria Exemplo",
        endereco: {
          logradouro: "Rua Barão de Jaguara",
          numero: "50",
          bairro: "Centro",
          codigoCidade: "3509502",
          descricaoCidade: "Campinas",
          cep: "13010000",
          estado: "SP",
        },
      },
      itens: [
        {
          codigo: "1",
          descricao: "Camiseta",
          ncm: "61091000",
          cfop: "5102",
          unidade: { comercial: "UN", tributavel: "UN" },
          quantidade: { comercial: 1, tributavel: 1 },
          valorUnitario: { comercial: 0.01, tributavel: 0.01 },
          valor: 0.01,
          tributos: { icms: { origem: "0", cst: "102" }, pis: tax, cofins: tax },
        },
      ],
      pagamentos: [{ aVista: true, meio: "99", valor: 0.01 }],
    });
  });

  it("an NF-e to a company, with every tax", async () => {
    expect(await sent(companyOrder, regularIssuer)).toMatchObject({
      natureza: "Venda",
      serie: "7",
      consumidorFinal: false,
      destinatario: {
        cpfCnpj: "11444777000161",
        inscricaoEstadual: "110042490114",
        email: "compras@example.com",
        endereco: { complemento: "sala 2" },
      },
      itens: [
        {
          codigo: "CAM-1",
          cest: "2806300",
          cfop: "5101",
          unidade: { comercial: "PC" },
          quantidade: { comercial: 2 },
          valorUnitario: { comercial: 50 },
          valor: 100,
          tributos: {
            icms: {
              origem: "1",
              cst: "20",
              baseCalculo: { modalidadeDeterminacao: 3, valor: 50, percentualReducao: 50 },
              aliquota: 18,
              valor: 9,
            },
            pis: { cst: "01", baseCalculo: { valor: 91 }, aliquota: 1.65, valor: 1.5 },
            cofins: { cst: "07" },
          },
        },
        { codigo: "2", ncm: "49019900", valor: 39.9, tributos: { icms: { cst: "40" }, pis: { cst: "06" } } },
      ],
      pagamentos: [{ valor: 139.9 }],
      informacoesComplementares: "Pagamento pay_1",
    });
  });

  it("an NFS-e of somebody or of nobody", async () => {
    expect(await sent({ type: "nfse", items: order.items })).toEqual({
      idIntegracao: "tc_1",
      prestador: { cpfCnpj: "11222333000181" },
      servico: [
        {
          codigo: "010101",
          codigoTributacao: "02919",
          discriminacao: "Camiseta",
          iss: { aliquota: 2.9 },
          valor: { servico: 0.01 },
        },
      ],
    });
    const services = [
      { codes: ["*"], service_code: "080101", cnae: "8599604", iss_rate: 5, iss_withheld: true },
    ];
    expect(await sent({ ...order, type: "nfse" }, { ...testIssuers.brazil, services })).toMatchObject({
      tomador: { cpfCnpj: "52998224725", endereco: { codigoCidade: "3509502" } },
      servico: [{ codigo: "080101", cnae: "8599604", iss: { aliquota: 5, retido: true } }],
    });
  });

  it("a CT-e and an MDF-e, which only a sandbox completes", async () => {
    const items = [
      { description: "Frete de São Paulo a Campinas", quantity: 1, unit_amount: 10_000, code: "F1" },
    ];
    expect(await sent({ ...order, type: "cte", items })).toEqual({
      idIntegracao: "tc_1",
      destinatario: { cpfCnpj: "52998224725", razaoSocial: "Maria Exemplo" },
      valores: {
        valorTotal: 100,
        valorReceber: 100,
        componentes: [{ nome: "Frete de São Pa", valor: 100 }],
      },
      observacao: "Frete de São Paulo a Campinas | F1",
    });
    expect(await sent({ ...order, type: "mdfe", items })).toEqual({
      idIntegracao: "tc_1",
      carga: { valor: 100 },
      produtoPredominante: { descricao: "Frete de São Paulo a Campinas", ncm: "F1" },
    });
    for (const type of ["cte", "mdfe"] as const) {
      const { calls, translate } = translateWith({});
      await expect(
        translate(invoice, { ...order, type, items }, { environment: "live" }),
      ).rejects.toMatchObject({
        code: "invalid_request",
        message: expect.stringContaining(`Call plugnotas_create_${type}`),
      });
      expect(calls).toEqual([]);
    }
  });

  it("an amount at its greatest", async () => {
    const items = [{ description: "Camiseta", quantity: 1, unit_amount: 99_999_999_999 }];
    expect(await sent({ ...order, items })).toMatchObject({ pagamentos: [{ valor: 999_999_999.99 }] });
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    const inputs = arbitraryInvoice(["nfe", "nfse", "cte", "mdfe"]);
    await expectNativeOrRefusal(invoice, inputs, plugnotasTools);
  });
});

describe("what PlugNotas returns (provider-wire.md, plugnotas: situacao)", () => {
  const reads = (type: "nfe" | "nfse", document: JsonObject) =>
    translateWith({ [`plugnotas_get_${type}`]: document }).translate(invoice, {
      action: "get",
      type,
      invoice_id: id,
    });

  it("is read with all that it says", async () => {
    const common = {
      invoice_id: id,
      status: "authorized",
      series: "1",
      issued_at: "2026-11-20T12:00:00-03:00",
    };
    expect(await reads("nfe", goods)).toEqual({
      ...common,
      type: "nfe",
      number: 42,
      access_key: key,
      protocol: "135260000000042",
      amount: 12_990,
      pdf_url: goods.pdf,
      xml_url: goods.xml,
    });
    expect(await reads("nfse", service)).toEqual({
      ...common,
      type: "nfse",
      number: 7,
      access_key: "AB12-CD34",
      protocol: "p",
      amount: 12_990,
    });
  });

  it.each([
    ["PROCESSANDO", "processing"],
    ["CONCLUIDO", "authorized"],
    ["ENCERRADO", "authorized"],
    ["REJEITADO", "rejected"],
    ["DENEGADO", "rejected"],
    ["CANCELADO", "cancelled"],
    ["NOVIDADE", "processing"],
  ])("%s is %s", async (situacao, status) => {
    expect(await reads("nfe", { ...goods, situacao })).toMatchObject({ status });
    expect(await reads("nfse", { ...service, situacao })).toMatchObject({ status });
  });

  it("is never a success without a status, and malformed without an id", async () => {
    expect(await reads("nfe", without(goods, "situacao"))).toMatchObject({ status: "processing" });
    await expect(reads("nfe", without(goods, "id"))).rejects.toThrow(/without the document's id/);
    const { translate } = translateWith({ plugnotas_create_nfe: { message: "Nota(s) em processamento" } });
    await expect(translate(invoice, order)).rejects.toThrow(/without documents\.0\.id/);
  });

  it("is a refusal with the authority's reason where it was rejected at once", async () => {
    const { translate } = translateWith({
      plugnotas_create_nfe: receipt,
      plugnotas_get_nfe: { id, situacao: "REJEITADO", cStat: "778", mensagem: "Rejeicao: NCM inexistente" },
    });
    await expect(translate(invoice, order)).rejects.toMatchObject({
      code: "invoice_rejected",
      providerCode: "778",
      message: "Rejeicao: NCM inexistente",
      invoiceId: id,
    });
  });
});

it.each([
  ["nfe", goods],
  ["nfse", service],
] as const)("a cancelled %s is read again, for it is only taken in", async (type, document) => {
  const { calls, translate } = translateWith({
    [`plugnotas_get_${type}`]: document,
    [`plugnotas_cancel_${type}`]: { message: "Cancelamento em processamento" },
  });
  expect(
    await translate(invoice, {
      action: "cancel",
      type,
      invoice_id: id,
      reason: "Pedido repetido por engano",
    }),
  ).toMatchObject({ status: "authorized" });
  expect(calls.map(({ kind, tool, arguments: args }) => [kind, tool, args])).toEqual([
    ["read", `plugnotas_get_${type}`, { id }],
    [
      "effect",
      `plugnotas_cancel_${type}`,
      { id, [type === "nfse" ? "motivo" : "justificativa"]: "Pedido repetido por engano" },
    ],
    ["read", `plugnotas_get_${type}`, { id }],
  ]);
});

it.each<[string, InvoiceInput, string]>([
  ["an NFC-e", { ...order, type: "nfce" }, "not_supported"],
  [
    "IBS and CBS, which it has no fields for",
    { ...order, items: [{ description: "Camiseta", quantity: 1, unit_amount: 1, code: "IBS" }] },
    "invalid_request",
  ],
])("refuses %s before anything is sent", async (_what, input, code) => {
  const { calls, translate } = translateWith({});
  const [rule] = testIssuers.brazil.goods ?? [];
  const goodsRules = rule && [
    {
      ...rule,
      ibs_cbs: { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 },
    },
  ];
  const fiscal = testFiscal()("tc_1", { brazil: { ...testIssuers.brazil, goods: goodsRules } });
  await expect(translate(invoice, input, { fiscal })).rejects.toMatchObject({ code });
  expect(calls).toEqual([]);
});

it("asks for one type after the other where the type is not known", async () => {
  const calls = await nativeCallsOf(invoice, { action: "get", invoice_id: id });
  expect(calls).toEqual([{ kind: "read", tool: "plugnotas_get_nfe", arguments: { id } }]);
});
