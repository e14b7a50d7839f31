import type { JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { interTools } from "./tools.ts";
import { interTranslator } from "./translate.ts";

const { pay } = interTranslator;
const codigoSolicitacao = "183e982a-34e5-4bc0-9643-def5432a2c0b";
const cobranca: JsonObject = {
  codigoSolicitacao,
  seuNumero: "order-42",
  dataEmissao: "2026-11-20",
  dataVencimento: "2026-11-25",
  valorNominal: 129.9,
  situacao: "RECEBIDO",
  dataSituacao: "2026-11-24",
};
const boleto = {
  nossoNumero: "00787312345",
  codigoBarras: "07794164100000129901234567890123456789012345",
  linhaDigitavel: "07791234546789012345767890123457416410000012990",
};
const response: JsonObject = { cobranca, boleto };
const reading = (read: JsonObject) =>
  translateWith({ inter_get_boleto: read }).translate(pay, {
    action: "get",
    payment_id: codigoSolicitacao,
  });

describe("what leaves for Inter (provider-wire.md, inter: reais as a number, seuNumero drawn by the connector; Pix in bacen-pix)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a boleto of one centavo, due in three days",
      { method: "boleto", amount: 1, currency: "BRL" },
      {
        valorNominal: 0.01,
        dataVencimento: "2026-11-23",
        numDiasAgenda: 0,
        mensagem: { linha1: "tc_1" },
      },
    ],
    [
      "a boleto with its payer and where that lives",
      {
        method: "boleto",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "pedido-de-natal-1042",
        customer: {
          name: "Maria Exemplo",
          document: "529.982.247-25",
          email: "maria@example.com",
          phone: "+5511987654321",
          address: {
            postal_code: "01310-100",
            number: "100",
            street: "Av. Paulista",
            complement: "7º andar",
            district: "Bela Vista",
            city: "São Paulo",
            state: "SP",
          },
        },
      },
      {
        valorNominal: 99_999_999.99,
        dataVencimento: "2026-12-01",
        numDiasAgenda: 0,
        pagador: {
          cpfCnpj: "52998224725",
          tipoPessoa: "FISICA",
          nome: "Maria Exemplo",
          email: "maria@example.com",
          ddd: "11",
          telefone: "987654321",
          endereco: "Av. Paulista",
          numero: "100",
          complemento: "7º andar",
          bairro: "Bela Vista",
          cidade: "São Paulo",
          uf: "SP",
          cep: "01310100",
        },
        mensagem: { linha1: "pedido-de-natal-1042", linha2: "Camiseta" },
      },
    ],
    [
      "a boleto for a company",
      { method: "boleto", amount: 12990, currency: "BRL", customer: { document: "11222333000181" } },
      {
        valorNominal: 129.9,
        dataVencimento: "2026-11-23",
        numDiasAgenda: 0,
        pagador: { cpfCnpj: "11222333000181", tipoPessoa: "JURIDICA" },
        mensagem: { linha1: "tc_1" },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "inter_create_boleto", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: codigoSolicitacao }, "read", "inter_get_boleto", { codigoSolicitacao }],
    [
      { action: "cancel", payment_id: codigoSolicitacao },
      "effect",
      "inter_cancel_boleto",
      { codigoSolicitacao, motivoCancelamento: "ACERTOS" },
    ],
  ])("%j by the id's shape", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it("obeys Inter's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), interTools);
  });
});

describe("what Inter returns (provider-wire.md, inter, situacao)", () => {
  it("is a whole boleto: made as its day begins, paid as its day ends", async () => {
    expect(await reading(response)).toEqual({
      payment_id: codigoSolicitacao,
      status: "paid",
      method: "boleto",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T03:00:00Z",
      paid_at: "2026-11-25T02:59:59Z",
      expires_at: "2026-11-26T02:59:59Z",
      boleto: {
        digitable_line: boleto.linhaDigitavel,
        barcode: boleto.codigoBarras,
        due_date: "2026-11-25",
        pdf_url: "",
      },
      refunds: [],
    });
  });

  it.each([
    ["A_RECEBER", "pending"],
    ["RECEBIDO", "paid"],
    ["MARCADO_RECEBIDO", "paid"],
    ["ATRASADO", "pending"],
    ["CANCELADO", "cancelled"],
    ["EXPIRADO", "expired"],
    ["PROTESTO", "pending"],
    ["UM_ESTADO_DE_AMANHA", "pending"],
  ])("%s is %s", async (situacao, status) => {
    expect(await reading({ cobranca: { ...cobranca, situacao }, boleto })).toMatchObject({ status });
  });

  it.each([
    ["EM_PROCESSAMENTO", "pending"],
    ["FALHA_EMISSAO", "failed"],
  ])("%s is %s and has no boleto yet", async (situacao, status) => {
    const read = await reading({ cobranca: { ...cobranca, situacao } });
    expect(read).toMatchObject({ payment_id: codigoSolicitacao, status });
    expect(read.boleto).toBeUndefined();
  });

  it("is the id alone at first, and a boleto once it is read", async () => {
    const { calls, translate } = translateWith({
      inter_create_boleto: { codigoSolicitacao },
      inter_get_boleto: { cobranca: { ...cobranca, situacao: "EM_PROCESSAMENTO" } },
    });
    const made = await translate(pay, { method: "boleto", amount: 12990, currency: "BRL" });
    expect(made).toMatchObject({ payment_id: codigoSolicitacao, status: "pending" });
    expect(calls.map(({ tool }) => tool)).toEqual(["inter_create_boleto", "inter_get_boleto"]);
  });

  it.each([
    "cobranca.dataVencimento",
    "cobranca.valorNominal",
    "cobranca.dataEmissao",
    "boleto.linhaDigitavel",
    "boleto.codigoBarras",
  ])("is no boleto without %s", async (field) => {
    const message = field === "cobranca.dataEmissao" ? "without a time" : field;
    await expect(reading(without(response, field))).rejects.toThrow(message);
  });

  it("is no boleto where the creation tells no id", async () => {
    const { translate } = translateWith({ inter_create_boleto: {} });
    const made = translate(pay, { method: "boleto", amount: 12990, currency: "BRL" });
    await expect(made).rejects.toThrow("codigoSolicitacao");
  });
});
