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
import { focusNfeTools } from "./tools.ts";
import { focusNfeTranslator } from "./translate.ts";
import { focusNfeReads } from "./wire.ts";

const { invoice } = focusNfeTranslator;
const id = "nfe-tc_1";

it.each([
  ["nfe-autorizado", "authorized"],
  ["nfe-erro", "rejected"],
  ["nfe-cancelado", "cancelled"],
])("reads %s as %s", async (name, status) => {
  const { calls, translate } = translateFixtures("focus-nfe", [name]);
  const output = await translate(invoice, { action: "get", invoice_id: id });
  expect(output).toMatchObject({ invoice_id: id, type: "nfe", status });
  expect(calls[0]?.arguments).toEqual({ ref: id, completa: 1 });
});

it("takes the prefix off the key, and names SEFAZ's reason", async () => {
  const read = (name: string) =>
    translateFixtures("focus-nfe", [name]).translate(invoice, { action: "get", invoice_id: id });
  expect((await read("nfe-autorizado")).access_key).toBe("35261111222333000181550010000000421627073946");
  expect((await read("nfe-erro")).rejection).toEqual({
    code: "539",
    message: "Rejeicao: Duplicidade de NF-e, com diferenca na Chave de Acesso",
  });
});

it("reads a service invoice and its page", async () => {
  const { translate } = translateFixtures("focus-nfe", ["nfse-autorizado"]);
  expect(await translate(invoice, { action: "get", invoice_id: "nfse-tc_1" })).toMatchObject({
    type: "nfse",
    status: "authorized",
    number: 7,
    pdf_url: "https://nfse.example.com/7",
  });
});

const order: InvoiceInput = {
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
      state: "SP",
    },
  },
  items: [{ description: "Camiseta", quantity: 3, unit_amount: 1999 }],
};

async function sent(input: InvoiceInput, more: Partial<TranslationContext> = {}) {
  const tool = `focus_nfe_create_${input.type}`;
  const { calls, translate } = translateWith({ [tool]: { ref: id, status: "processando_autorizacao" } });
  expect(await translate(invoice, input, more)).toMatchObject({ status: "processing" });
  expect(calls).toMatchObject([{ kind: "effect", tool }]);
  return calls[0]?.arguments;
}

const issuer = {
  cnpj_emitente: "11222333000181",
  nome_emitente: "Loja Teste Comércio Ltda",
  nome_fantasia_emitente: "LOJA TESTE LTDA",
  inscricao_estadual_emitente: "110042490114",
  regime_tributario_emitente: 1,
  logradouro_emitente: "Avenida Paulista",
  numero_emitente: "1000",
  bairro_emitente: "Bela Vista",
  municipio_emitente: "São Paulo",
  uf_emitente: "SP",
  cep_emitente: "01310100",
};

it("writes a whole NF-e by the fiscal profile, in Focus NFe's flat names and in reais", async () => {
  expect(await sent(order)).toEqual({
    ref: id,
    data_emissao: "2026-11-20T12:00:00-03:00",
    natureza_operacao: "Venda de mercadoria",
    serie: "1",
    tipo_documento: 1,
    finalidade_emissao: 1,
    local_destino: 1,
    consumidor_final: 1,
    presenca_comprador: 2,
    ...issuer,
    nome_destinatario: "Maria Exemplo",
    cpf_destinatario: "52998224725",
    indicador_inscricao_estadual_destinatario: 9,
    logradouro_destinatario: "Rua Barão de Jaguara",
    numero_destinatario: "50",
    bairro_destinatario: "Centro",
    municipio_destinatario: "Campinas",
    uf_destinatario: "SP",
    cep_destinatario: "13010000",
    pais_destinatario: "Brasil",
    modalidade_frete: 9,
    items: [
      {
        numero_item: 1,
        codigo_produto: "1",
        descricao: "Camiseta",
        codigo_ncm: "61091000",
        cfop: "5102",
        unidade_comercial: "UN",
        quantidade_comercial: 3,
        valor_unitario_comercial: 19.99,
        unidade_tributavel: "UN",
        quantidade_tributavel: 3,
        valor_unitario_tributavel: 19.99,
        valor_bruto: 59.97,
        inclui_no_total: 1,
        icms_origem: "0",
        icms_situacao_tributaria: "102",
        pis_situacao_tributaria: "49",
        pis_base_calculo: 59.97,
        pis_aliquota_porcentual: 0,
        pis_valor: 0,
        cofins_situacao_tributaria: "49",
        cofins_base_calculo: 59.97,
        cofins_aliquota_porcentual: 0,
        cofins_valor: 0,
      },
    ],
    valor_produtos: 59.97,
    valor_total: 59.97,
    formas_pagamento: [{ forma_pagamento: "99", descricao_pagamento: "Outros", valor_pagamento: 59.97 }],
  });
});

it("writes ICMS, IBS and CBS with base, rate and amount", async () => {
  const brazil: BrazilIssuer = {
    ...testIssuers.brazil,
    tax_regime: "regular",
    goods: [
      {
        codes: ["*"],
        ncm: "61091000",
        cfop: "5102",
        icms: { cst: "20", rate: 18, base_reduction: 50 },
        pis: { cst: "01", rate: 1.65 },
        cofins: { cst: "07" },
        ibs_cbs: { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 },
      },
    ],
  };
  const items = [{ description: "Camiseta", quantity: 1, unit_amount: 10_000, code: "CAM-1" }];
  const document = await sent(
    {
      ...order,
      items,
      payment_id: "pay_1",
      customer: { ...order.customer, state_tax_id: "123.456.789.110" },
    },
    { fiscal: testFiscal()("tc_1", { brazil }) },
  );
  expect(document).toMatchObject({
    consumidor_final: 0,
    regime_tributario_emitente: 3,
    indicador_inscricao_estadual_destinatario: 1,
    inscricao_estadual_destinatario: "123456789110",
    informacoes_adicionais_contribuinte: "Pagamento pay_1",
    items: [
      {
        codigo_produto: "CAM-1",
        icms_situacao_tributaria: "20",
        icms_modalidade_base_calculo: "3",
        icms_reducao_base_calculo: 50,
        icms_base_calculo: 50,
        icms_aliquota: 18,
        icms_valor: 9,
        pis_base_calculo: 91,
        pis_aliquota_porcentual: 1.65,
        pis_valor: 1.5,
        cofins_situacao_tributaria: "07",
        ibs_cbs_situacao_tributaria: "000",
        ibs_cbs_classificacao_tributaria: "000001",
        ibs_cbs_base_calculo: 89.5,
        ibs_uf_aliquota: 0.1,
        ibs_uf_valor: 0.09,
        ibs_mun_aliquota: 0,
        ibs_mun_valor: 0,
        ibs_valor_total: 0.09,
        cbs_aliquota: 0.9,
        cbs_valor: 0.81,
      },
    ],
  });
});

it("writes an NFC-e over the counter, to nobody in particular", async () => {
  const document = await sent({ type: "nfce", items: order.items });
  expect(document).toMatchObject({ presenca_comprador: 1, local_destino: 1, items: [{ cfop: "5102" }] });
  expect(Object.keys(document ?? {}).filter((name) => name.endsWith("_destinatario"))).toEqual([]);
});

it("writes an NFS-e by the service's rule", async () => {
  const address = { ...order.customer?.address, postal_code: "13010-000", city_code: "3509502" };
  expect(await sent({ ...order, type: "nfse", customer: { ...order.customer, address } })).toEqual({
    ref: "nfse-tc_1",
    data_emissao: "2026-11-20T12:00:00-03:00",
    prestador: { cnpj: "11222333000181", inscricao_municipal: "12345678", codigo_municipio: "3550308" },
    tomador: {
      cpf: "52998224725",
      razao_social: "Maria Exemplo",
      endereco: {
        logradouro: "Rua Barão de Jaguara",
        numero: "50",
        bairro: "Centro",
        codigo_municipio: "3509502",
        uf: "SP",
        cep: "13010000",
      },
    },
    servico: {
      aliquota: 2.9,
      discriminacao: "Camiseta",
      iss_retido: false,
      item_lista_servico: "0101",
      codigo_tributario_municipio: "02919",
      valor_servicos: 59.97,
    },
  });
});

it("fits a component's name into the 15 characters of a CT-e, and keeps it whole in the notes", async () => {
  const items = [
    { description: "Frete peso entre capitais do Nordeste", quantity: 1, unit_amount: 100, code: "F1" },
  ];
  expect(await sent({ type: "cte", customer: order.customer, items })).toMatchObject({
    componentes_valor: [{ nome: "Frete peso entr", valor: 1 }],
    observacoes: "Frete peso entre capitais do Nordeste | F1",
  });
});

it.each<[string, InvoiceInput, Partial<TranslationContext>, RegExp]>([
  [
    "postal code and number alone, which it does not look up",
    { ...order, customer: { ...order.customer, address: { postal_code: "13010-000", number: "50" } } },
    {},
    /customer\.address\.street, .* missing: Focus NFe looks no postal code up/,
  ],
  [
    "an NF-e without address",
    { ...order, customer: { ...order.customer, address: undefined } },
    {},
    /customer\.address is missing/,
  ],
  ["a live CT-e", { ...order, type: "cte" }, { environment: "live" }, /Call focus_nfe_create_cte/],
  ["a live MDF-e", { ...order, type: "mdfe" }, { environment: "live" }, /Call focus_nfe_create_mdfe/],
  [
    "a name that Latin-1 has not",
    { ...order, customer: { ...order.customer, name: "Иван" } },
    {},
    /customer\.name has "И"/,
  ],
])("refuses %s before anything is sent", async (_what, input, more, message) => {
  const { calls, translate } = translateWith({});
  await expect(translate(invoice, input, more)).rejects.toMatchObject({
    name: "ProviderRefusal",
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(calls).toEqual([]);
});

it("cancels, and says no where SEFAZ does", async () => {
  const cancel = { action: "cancel", invoice_id: id } as const;
  const done = translateFixtures("focus-nfe", ["nfe-autorizado", "cancelamento"]);
  expect(await done.translate(invoice, cancel)).toMatchObject({ status: "cancelled" });
  const refused = translateFixtures("focus-nfe", ["nfe-autorizado", "cancelamento-erro"]);
  await expect(refused.translate(invoice, cancel)).rejects.toMatchObject({
    code: "event_rejected",
    providerCode: "501",
  });
});

describe("what Focus NFe returns (provider-wire.md, focus-nfe: status)", () => {
  const goods = readFixture("focus-nfe", "nfe-autorizado").response;
  const service = readFixture("focus-nfe", "nfse-autorizado").response;
  const reads = (document: JsonObject) =>
    translateWith({ focus_nfe_get_nfe: document }).translate(invoice, { action: "get", invoice_id: id });

  it.each([
    ["processando_autorizacao", "processing"],
    ["autorizado", "authorized"],
    ["cancelado", "cancelled"],
    ["erro_autorizacao", "rejected"],
    ["denegado", "rejected"],
    ["erro_cancelamento", "authorized"],
    ["encerrado", "authorized"],
    ["novidade", "processing"],
  ])("%s is %s", async (status, expected) => {
    expect(await reads({ ...goods, status })).toMatchObject({ status: expected });
    const { translate } = translateWith({ focus_nfe_get_nfse: { ...service, status } });
    expect(await translate(invoice, { action: "get", invoice_id: "nfse-tc_1" })).toMatchObject({
      status: expected,
    });
  });

  it("is never a success without a status, and malformed without a reference", async () => {
    expect(await reads(without(goods, "status"))).toMatchObject({ status: "processing" });
    await expect(reads(without(goods, "ref"))).rejects.toThrow(/without the document's id/);
  });

  it("says why a service was refused, in the city's code and words", async () => {
    const erros = [{ codigo: "E160", mensagem: "CNAE em desacordo" }];
    const { translate } = translateWith({
      focus_nfe_create_nfse: { ref: "nfse-tc_1", status: "erro_autorizacao", erros },
    });
    await expect(translate(invoice, { type: "nfse", items: order.items })).rejects.toMatchObject({
      code: "invoice_rejected",
      providerCode: "E160",
      message: "CNAE em desacordo",
      invoiceId: "nfse-tc_1",
    });
  });
});

it("whatever the contract lets through becomes native calls or a refusal", async () => {
  const inputs = arbitraryInvoice(["nfe", "nfce", "nfse", "cte", "mdfe"]);
  // reads beside the tools: each kind has a path of its own
  const reads = Object.keys(focusNfeReads).map((name) => [name, focusNfeTools.focus_nfe_get_nfe] as const);
  await expectNativeOrRefusal(invoice, inputs, { ...focusNfeTools, ...Object.fromEntries(reads) });
});

it.each([1, 99_999_999_999])("writes %i centavos in reais", async (unit_amount) => {
  const items = [{ description: "Camiseta", quantity: 1, unit_amount }];
  expect(await sent({ ...order, items })).toMatchObject({
    valor_total: unit_amount / 100,
    formas_pagamento: [{ valor_pagamento: unit_amount / 100 }],
  });
});

it.each([
  ["nfce-tc_1", "focus_nfe_get_nfce"],
  ["cte-tc_1", "focus_nfe_get_cte"],
  ["nfse-tc_1", "focus_nfe_get_nfse"],
])("reads %s by %s, as its reference says", async (invoice_id, tool) => {
  expect(await nativeCallsOf(invoice, { action: "get", invoice_id })).toEqual([
    { kind: "read", tool, arguments: { ref: invoice_id, completa: 1 } },
  ]);
});

it.each([
  ["autorizado", "registers"],
  ["erro_autorizacao", "refuses"],
  ["novidade", "refuses"],
])("a correction letter that is %s: SEFAZ %s it", async (status, verdict) => {
  const { calls, translate } = translateWith({
    focus_nfe_get_nfe: readFixture("focus-nfe", "nfe-autorizado").response,
    focus_nfe_create_correction_letter: { status, status_sefaz: "594", mensagem_sefaz: "Motivo" },
  });
  const reason = "Transportadora: Exemplo Ltda";
  const corrected = translate(invoice, { action: "correct", invoice_id: id, reason });
  if (verdict === "registers") expect(await corrected).toMatchObject({ status: "authorized" });
  else await expect(corrected).rejects.toMatchObject({ code: "event_rejected", providerCode: "594" });
  expect(calls[1]).toEqual({
    kind: "effect",
    tool: "focus_nfe_create_correction_letter",
    arguments: { ref: id, correcao: reason },
  });
});
