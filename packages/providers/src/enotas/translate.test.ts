import type { TranslationContext } from "@codespar/backend/ports";
import type { BrazilIssuer, InvoiceInput, JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import {
  fullGoodsOrder,
  goodsOrder,
  regularIssuer,
  serviceIssuer,
  serviceOrder,
} from "../testing/fiscal-orders.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { enotasTranslator } from "./translate.ts";

const { invoice } = enotasTranslator;

/** What is sent to issue. */
async function sent(input: InvoiceInput, brazil: BrazilIssuer, more: Partial<TranslationContext> = {}) {
  const tool = `enotas_create_${input.type}`;
  const { calls, translate } = translateWith({
    [tool]: { nfeId: "1" },
    enotas_get_nfe: { id: "1", status: "AguardandoAutorizacao" },
    enotas_get_nfse: { id: "1", status: "AguardandoAutorizacao" },
  });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }), ...more });
  expect(calls[0]).toMatchObject({ kind: "effect", tool });
  return calls[0]?.arguments;
}

const ibs_cbs = { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 };

// names of NF-e fields are [guess] in our sources: unverified
it("writes the least that an NF-e takes", async () => {
  expect(await sent(goodsOrder, testIssuers.brazil)).toEqual({
    idExterno: "tc_1",
    ambienteEmissao: "Homologacao",
    cliente: {
      tipoPessoa: "F",
      nome: "Maria Exemplo",
      cpfCnpj: "52998224725",
      endereco: {
        uf: "SP",
        cidade: "São Paulo",
        logradouro: "Avenida Paulista",
        numero: "1578",
        bairro: "Bela Vista",
        cep: "01310100",
      },
    },
    serie: "1",
    naturezaOperacao: "Venda de mercadoria",
    tipoOperacao: "Saida",
    finalidade: "Normal",
    consumidorFinal: true,
    itens: [
      {
        cfop: "5102",
        codigo: "1",
        descricao: "Camiseta",
        ncm: "61091000",
        quantidade: 3,
        unidadeMedida: "UN",
        valorUnitario: 19.99,
        impostos: {
          icms: {
            situacaoTributaria: "102",
            origem: 0,
          },
          pis: {
            situacaoTributaria: "49",
            baseCalculo: 59.97,
            aliquota: 0,
            valor: 0,
          },
          cofins: {
            situacaoTributaria: "49",
            baseCalculo: 59.97,
            aliquota: 0,
            valor: 0,
          },
        },
      },
    ],
  });
});

it("writes everything that an order and a profile say", async () => {
  expect(await sent(fullGoodsOrder, regularIssuer)).toEqual({
    idExterno: "tc_1",
    ambienteEmissao: "Homologacao",
    cliente: {
      tipoPessoa: "J",
      nome: "Empresa Exemplo Ltda",
      cpfCnpj: "11222333000181",
      inscricaoEstadual: "110042490114",
      email: "compras@example.com",
      telefone: "1133334444",
      endereco: {
        uf: "RJ",
        cidade: "Rio de Janeiro",
        logradouro: "Rua do Ouvidor",
        numero: "50",
        complemento: "sala 3",
        bairro: "Centro",
        cep: "20040002",
      },
    },
    serie: "7",
    naturezaOperacao: "Venda",
    tipoOperacao: "Saida",
    finalidade: "Normal",
    consumidorFinal: false,
    itens: [
      {
        cfop: "6101",
        codigo: "CAM-1",
        descricao: "Camiseta",
        ncm: "61091000",
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
            aliquota: 12,
            valor: 6,
          },
          pis: {
            situacaoTributaria: "01",
            baseCalculo: 94,
            aliquota: 1.65,
            valor: 1.55,
          },
          cofins: {
            situacaoTributaria: "01",
            baseCalculo: 94,
            aliquota: 7.6,
            valor: 7.14,
          },
        },
      },
      {
        cfop: "6102",
        codigo: "2",
        descricao: "Livro",
        ncm: "49019900",
        quantidade: 1,
        unidadeMedida: "UN",
        valorUnitario: 39.9,
        impostos: {
          icms: {
            situacaoTributaria: "40",
            origem: 0,
          },
          pis: {
            situacaoTributaria: "06",
          },
          cofins: {
            situacaoTributaria: "06",
          },
        },
      },
    ],
    informacoesAdicionais: "Pagamento pay_1",
  });
});

it("writes the least that an NFS-e takes", async () => {
  expect(await sent({ ...goodsOrder, type: "nfse" }, testIssuers.brazil)).toEqual({
    idExterno: "tc_1",
    ambienteEmissao: "Homologacao",
    tipo: "NFS-e",
    cliente: {
      tipoPessoa: "F",
      nome: "Maria Exemplo",
      cpfCnpj: "52998224725",
      endereco: {
        uf: "SP",
        cidade: "São Paulo",
        logradouro: "Avenida Paulista",
        numero: "1578",
        bairro: "Bela Vista",
        cep: "01310100",
      },
    },
    servico: {
      descricao: "Camiseta",
      aliquotaIss: 2.9,
      issRetidoFonte: false,
      codigoServicoMunicipio: "02919",
      itemListaServicoLC116: "1.01",
      ufPrestacaoServico: "SP",
      municipioPrestacaoServico: "São Paulo",
    },
    valorTotal: 59.97,
  });
});

it("writes a service whose ISS is withheld", async () => {
  expect(await sent(serviceOrder, serviceIssuer)).toEqual({
    idExterno: "tc_1",
    ambienteEmissao: "Homologacao",
    tipo: "NFS-e",
    cliente: {
      tipoPessoa: "J",
      nome: "Empresa Exemplo Ltda",
      cpfCnpj: "11222333000181",
      inscricaoEstadual: "110042490114",
      email: "compras@example.com",
      telefone: "1133334444",
      endereco: {
        uf: "RJ",
        cidade: "Rio de Janeiro",
        logradouro: "Rua do Ouvidor",
        numero: "50",
        complemento: "sala 3",
        bairro: "Centro",
        cep: "20040002",
      },
    },
    servico: {
      descricao: "Desenvolvimento de programa",
      aliquotaIss: 2.9,
      issRetidoFonte: true,
      codigoServicoMunicipio: "02919",
      itemListaServicoLC116: "1.01",
      cnae: "6201501",
      ufPrestacaoServico: "SP",
      municipioPrestacaoServico: "São Paulo",
    },
    valorTotal: 2000,
  });
});

it("issues in earnest where the environment is live", async () => {
  for (const order of [goodsOrder, serviceOrder]) {
    expect(await sent(order, serviceIssuer, { environment: "live" })).toMatchObject({
      ambienteEmissao: "Producao",
    });
  }
});

it.each([
  ["Autorizada", "authorized"],
  ["Cancelada", "cancelled"],
  ["Negada", "rejected"],
  ["Denegada", "rejected"],
  ["AguardandoAutorizacao", "processing"],
])("reads a note that is %s as %s", async (status, expected) => {
  const document: JsonObject = {
    id: "1",
    status,
    motivoStatus: "539 - Duplicidade de NF-e",
    numero: "42",
    serie: "7",
    chaveAcesso: "35261111222333000181550010000000421627073946",
    numeroProtocolo: "135260000000042",
    dataEmissao: "2026-11-20T12:00:00-03:00",
    valorTotal: 59.97,
    linkDanfe: "https://notas.example.com/1.pdf",
    linkDownloadXML: "https://notas.example.com/1.xml",
  };
  const { translate } = translateWith({ enotas_get_nfe: document });
  expect(await translate(invoice, { action: "get", type: "nfe", invoice_id: "1" })).toEqual({
    invoice_id: "1",
    type: "nfe",
    status: expected,
    number: 42,
    series: "7",
    access_key: "35261111222333000181550010000000421627073946",
    protocol: "135260000000042",
    issued_at: "2026-11-20T12:00:00-03:00",
    amount: 5997,
    pdf_url: "https://notas.example.com/1.pdf",
    xml_url: "https://notas.example.com/1.xml",
    ...(expected === "rejected" ? { rejection: { code: "539", message: "Duplicidade de NF-e" } } : {}),
  });
});

it.each<[string, InvoiceInput, Partial<BrazilIssuer>, RegExp]>([
  [
    "IBS and CBS, which it has no fields for",
    goodsOrder,
    { goods: regularIssuer.goods?.map((rule) => ({ ...rule, icms: { cst: "102" }, ibs_cbs })) },
    /has ibs_cbs, and eNotas has no fields/,
  ],
  [
    "postal code and number alone, which it does not look up",
    {
      ...goodsOrder,
      customer: { ...goodsOrder.customer, address: { postal_code: "13010-000", number: "1" } },
    },
    {},
    /customer\.address\.street, .* missing: eNotas looks no postal code up/,
  ],
  [
    "two services in one document",
    {
      ...serviceOrder,
      items: [...(serviceOrder.items ?? []), { description: "Outro", quantity: 1, unit_amount: 100 }],
    },
    { services: [...(serviceIssuer.services ?? []), { codes: ["*"], service_code: "070201" }] },
    /items\.1 is taxed by another rule than items\.0/,
  ],
  [
    "an NBS, which it has no field for",
    serviceOrder,
    { services: serviceIssuer.services?.map((rule) => ({ ...rule, nbs: "115021000" })) },
    /has nbs, and eNotas has no field for it/,
  ],
])("refuses %s before anything is sent", async (_what, input, change, message) => {
  const { calls, translate } = translateWith({});
  const brazil = { ...testIssuers.brazil, ...change };
  const translated = translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  await expect(translated).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(calls).toEqual([]);
});
