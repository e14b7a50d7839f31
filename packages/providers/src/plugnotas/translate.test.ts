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
import { plugnotasTranslator } from "./translate.ts";

const { invoice } = plugnotasTranslator;

/** What is sent to issue. */
async function sent(input: InvoiceInput, brazil: BrazilIssuer, more: Partial<TranslationContext> = {}) {
  const tool = `plugnotas_create_${input.type}`;
  const { calls, translate } = translateWith({
    [tool]: { documents: [{ id: "1" }] },
    plugnotas_get_nfe: { id: "1", situacao: "PROCESSANDO" },
    plugnotas_get_nfse: { id: "1", situacao: "PROCESSANDO" },
  });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }), ...more });
  expect(calls[0]).toMatchObject({ kind: "effect", tool });
  return calls[0]?.arguments;
}

const ibs_cbs = { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 };

// names of NF-e fields are [guess] in our sources: unverified
it("writes the least that an NF-e takes", async () => {
  expect(await sent(goodsOrder, testIssuers.brazil)).toEqual({
    idIntegracao: "tc_1",
    natureza: "Venda de mercadoria",
    serie: "1",
    presencial: 2,
    consumidorFinal: true,
    emitente: {
      cpfCnpj: "11222333000181",
    },
    destinatario: {
      cpfCnpj: "52998224725",
      razaoSocial: "Maria Exemplo",
      endereco: {
        logradouro: "Avenida Paulista",
        numero: "1578",
        bairro: "Bela Vista",
        codigoCidade: "3550308",
        descricaoCidade: "São Paulo",
        cep: "01310100",
        estado: "SP",
      },
    },
    itens: [
      {
        codigo: "1",
        descricao: "Camiseta",
        ncm: "61091000",
        cfop: "5102",
        unidade: {
          comercial: "UN",
          tributavel: "UN",
        },
        quantidade: {
          comercial: 3,
          tributavel: 3,
        },
        valorUnitario: {
          comercial: 19.99,
          tributavel: 19.99,
        },
        valor: 59.97,
        tributos: {
          icms: {
            origem: "0",
            cst: "102",
          },
          pis: {
            cst: "49",
            baseCalculo: {
              valor: 59.97,
            },
            aliquota: 0,
            valor: 0,
          },
          cofins: {
            cst: "49",
            baseCalculo: {
              valor: 59.97,
            },
            aliquota: 0,
            valor: 0,
          },
        },
      },
    ],
    pagamentos: [
      {
        aVista: true,
        meio: "99",
        valor: 59.97,
      },
    ],
  });
});

it("writes everything that an order and a profile say", async () => {
  expect(await sent(fullGoodsOrder, regularIssuer)).toEqual({
    idIntegracao: "tc_1",
    natureza: "Venda",
    serie: "7",
    presencial: 2,
    consumidorFinal: false,
    emitente: {
      cpfCnpj: "11222333000181",
    },
    destinatario: {
      cpfCnpj: "11222333000181",
      razaoSocial: "Empresa Exemplo Ltda",
      inscricaoEstadual: "110042490114",
      email: "compras@example.com",
      endereco: {
        logradouro: "Rua do Ouvidor",
        numero: "50",
        complemento: "sala 3",
        bairro: "Centro",
        codigoCidade: "3304557",
        descricaoCidade: "Rio de Janeiro",
        cep: "20040002",
        estado: "RJ",
      },
    },
    itens: [
      {
        codigo: "CAM-1",
        descricao: "Camiseta",
        ncm: "61091000",
        cest: "2806300",
        cfop: "6101",
        unidade: {
          comercial: "PC",
          tributavel: "PC",
        },
        quantidade: {
          comercial: 2,
          tributavel: 2,
        },
        valorUnitario: {
          comercial: 50,
          tributavel: 50,
        },
        valor: 100,
        tributos: {
          icms: {
            origem: "1",
            cst: "20",
            baseCalculo: {
              modalidadeDeterminacao: 3,
              valor: 50,
              percentualReducao: 50,
            },
            aliquota: 12,
            valor: 6,
          },
          pis: {
            cst: "01",
            baseCalculo: {
              valor: 94,
            },
            aliquota: 1.65,
            valor: 1.55,
          },
          cofins: {
            cst: "01",
            baseCalculo: {
              valor: 94,
            },
            aliquota: 7.6,
            valor: 7.14,
          },
        },
      },
      {
        codigo: "2",
        descricao: "Livro",
        ncm: "49019900",
        cfop: "6102",
        unidade: {
          comercial: "UN",
          tributavel: "UN",
        },
        quantidade: {
          comercial: 1,
          tributavel: 1,
        },
        valorUnitario: {
          comercial: 39.9,
          tributavel: 39.9,
        },
        valor: 39.9,
        tributos: {
          icms: {
            origem: "0",
            cst: "40",
          },
          pis: {
            cst: "06",
          },
          cofins: {
            cst: "06",
          },
        },
      },
    ],
    pagamentos: [
      {
        aVista: true,
        meio: "99",
        valor: 139.9,
      },
    ],
    informacoesComplementares: "Pagamento pay_1",
  });
});

it("writes the least that an NFS-e takes", async () => {
  expect(await sent({ ...goodsOrder, type: "nfse" }, testIssuers.brazil)).toEqual({
    idIntegracao: "tc_1",
    prestador: {
      cpfCnpj: "11222333000181",
    },
    tomador: {
      cpfCnpj: "52998224725",
      razaoSocial: "Maria Exemplo",
      endereco: {
        logradouro: "Avenida Paulista",
        numero: "1578",
        bairro: "Bela Vista",
        codigoCidade: "3550308",
        descricaoCidade: "São Paulo",
        cep: "01310100",
        estado: "SP",
      },
    },
    servico: [
      {
        codigo: "010101",
        codigoTributacao: "02919",
        discriminacao: "Camiseta",
        iss: {
          aliquota: 2.9,
        },
        valor: {
          servico: 59.97,
        },
      },
    ],
  });
});

it("writes a service whose ISS is withheld", async () => {
  expect(await sent(serviceOrder, serviceIssuer)).toEqual({
    idIntegracao: "tc_1",
    prestador: {
      cpfCnpj: "11222333000181",
    },
    tomador: {
      cpfCnpj: "11222333000181",
      razaoSocial: "Empresa Exemplo Ltda",
      inscricaoEstadual: "110042490114",
      email: "compras@example.com",
      endereco: {
        logradouro: "Rua do Ouvidor",
        numero: "50",
        complemento: "sala 3",
        bairro: "Centro",
        codigoCidade: "3304557",
        descricaoCidade: "Rio de Janeiro",
        cep: "20040002",
        estado: "RJ",
      },
    },
    servico: [
      {
        codigo: "010101",
        codigoTributacao: "02919",
        discriminacao: "Desenvolvimento de programa",
        cnae: "6201501",
        iss: {
          aliquota: 2.9,
          retido: true,
        },
        valor: {
          servico: 2000,
        },
      },
    ],
  });
});

it.each([
  ["CONCLUIDO", "authorized"],
  ["CANCELADO", "cancelled"],
  ["REJEITADO", "rejected"],
  ["DENEGADO", "rejected"],
  ["ENCERRADO", "authorized"],
  ["PROCESSANDO", "processing"],
])("reads a document that is %s as %s", async (situacao, expected) => {
  const document: JsonObject = {
    id: "1",
    situacao,
    emissao: "2026-11-20T12:00:00-03:00",
    numero: "42",
    serie: "7",
    chave: "35261111222333000181550010000000421627073946",
    protocolo: "135260000000042",
    valor: 59.97,
    cStat: 539,
    mensagem: "Duplicidade de NF-e",
    pdf: "https://notas.example.com/1.pdf",
    xml: "https://notas.example.com/1.xml",
  };
  const { translate } = translateWith({ plugnotas_get_nfe: document });
  expect(await translate(invoice, { action: "get", type: "nfe", invoice_id: "1" })).toEqual({
    invoice_id: "1",
    type: "nfe",
    status: expected,
    number: 42,
    series: "7",
    issued_at: "2026-11-20T12:00:00-03:00",
    pdf_url: "https://notas.example.com/1.pdf",
    xml_url: "https://notas.example.com/1.xml",
    access_key: "35261111222333000181550010000000421627073946",
    protocol: "135260000000042",
    amount: 5997,
    ...(expected === "rejected" ? { rejection: { code: "539", message: "Duplicidade de NF-e" } } : {}),
  });
});

it("reads a service invoice by its code of verification", async () => {
  const document = {
    id: "2",
    situacao: "CONCLUIDO",
    numero: "7",
    codigoVerificacao: "A1B2",
    valorServico: 2000,
  };
  const { translate } = translateWith({ plugnotas_get_nfse: document });
  expect(await translate(invoice, { action: "get", type: "nfse", invoice_id: "2" })).toMatchObject({
    type: "nfse",
    status: "authorized",
    number: 7,
    access_key: "A1B2",
    amount: 200_000,
  });
});

it("fits a component's name into the 15 characters of a CT-e, and keeps it whole in the note", async () => {
  const items = [{ description: "Frete peso entre capitais do Nordeste", quantity: 1, unit_amount: 100 }];
  expect(await sent({ type: "cte", customer: goodsOrder.customer, items }, testIssuers.brazil)).toMatchObject(
    {
      valores: { valorTotal: 1, componentes: [{ nome: "Frete peso entr", valor: 1 }] },
      observacao: "Frete peso entre capitais do Nordeste",
    },
  );
});

it.each(["cte", "mdfe"] as const)("refuses a live %s", async (type) => {
  const { translate } = translateWith({});
  await expect(translate(invoice, { ...goodsOrder, type }, { environment: "live" })).rejects.toMatchObject({
    message: expect.stringContaining(`Call plugnotas_create_${type}`),
  });
});

it.each<[string, InvoiceInput, Partial<BrazilIssuer>, RegExp]>([
  [
    "IBS and CBS, which it has no fields for",
    goodsOrder,
    { goods: regularIssuer.goods?.map((rule) => ({ ...rule, icms: { cst: "102" }, ibs_cbs })) },
    /has ibs_cbs, and PlugNotas has no fields/,
  ],
  [
    "postal code and number alone, which it does not look up",
    {
      ...goodsOrder,
      customer: { ...goodsOrder.customer, address: { postal_code: "13010-000", number: "1" } },
    },
    {},
    /customer\.address\.street, .* missing: PlugNotas looks no postal code up/,
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
    /has nbs, and PlugNotas has no field for it/,
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
