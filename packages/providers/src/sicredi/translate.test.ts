import type { JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { sicrediTools } from "./tools.ts";
import { sicrediTranslator } from "./translate.ts";

const { pay } = sicrediTranslator;
const nossoNumero = "211001293";
const boleto: JsonObject = {
  nossoNumero,
  linhaDigitavel: "74891234546789012345767890123457416410000012990",
  codigoBarras: "74894164100000129901234567890123456789012345",
  situacao: "LIQUIDADO",
  dataEmissao: "2026-11-20T12:00:00-03:00",
  dataVencimento: "2026-11-25",
  valorNominal: 129.9,
  dadosLiquidacao: { data: "2026-11-24T10:00:00-03:00", valor: 129.9 },
};
const reading = (response: JsonObject) =>
  translateWith({ sicredi_get_boleto: response }).translate(pay, { action: "get", payment_id: nossoNumero });

describe("what leaves for Sicredi (provider-wire.md, sicredi: reais as a number, seuNumero of 10 characters; Pix in bacen-pix)", () => {
  const common = { tipoCobranca: "NORMAL", especieDocumento: "DUPLICATA_MERCANTIL_INDICACAO" };
  it.each<[string, PayInput, JsonObject]>([
    [
      "a boleto of one centavo, due in three days",
      { method: "boleto", amount: 1, currency: "BRL" },
      { ...common, seuNumero: "tc_1", valor: 0.01, dataVencimento: "2026-11-23", informativos: ["tc_1"] },
    ],
    [
      "a boleto with its payer and where that lives",
      {
        method: "boleto",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "pedido-1042-natal",
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
            city: "São Paulo",
            state: "SP",
          },
        },
      },
      {
        ...common,
        seuNumero: "pedido-104",
        valor: 99_999_999.99,
        dataVencimento: "2026-12-01",
        pagador: {
          documento: "52998224725",
          tipoPessoa: "PESSOA_FISICA",
          nome: "Maria Exemplo",
          email: "maria@example.com",
          telefone: "11987654321",
          endereco: "Av. Paulista, 100, 7º andar",
          cidade: "São Paulo",
          uf: "SP",
          cep: "01310100",
        },
        informativos: ["pedido-1042-natal", "Camiseta"],
      },
    ],
    [
      "a boleto for a company",
      { method: "boleto", amount: 12990, currency: "BRL", customer: { document: "11222333000181" } },
      {
        ...common,
        seuNumero: "tc_1",
        valor: 129.9,
        dataVencimento: "2026-11-23",
        pagador: { documento: "11222333000181", tipoPessoa: "PESSOA_JURIDICA" },
        informativos: ["tc_1"],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "sicredi_create_boleto", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: nossoNumero }, "read", "sicredi_get_boleto", { nossoNumero }],
    [{ action: "cancel", payment_id: nossoNumero }, "effect", "sicredi_cancel_boleto", { nossoNumero }],
    [
      { action: "get", payment_id: "7978c0c97ea847e78e8849634473c1f1" },
      "read",
      "sicredi_get_pix_charge",
      { txid: "7978c0c97ea847e78e8849634473c1f1" },
    ],
  ])("%j by the id's shape", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it("obeys Sicredi's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), sicrediTools);
  });
});

describe("what Sicredi returns (provider-wire.md, sicredi, situacao)", () => {
  it("is a whole boleto", async () => {
    expect(await reading(boleto)).toEqual({
      payment_id: nossoNumero,
      status: "paid",
      method: "boleto",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-24T13:00:00Z",
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
    ["EM CARTEIRA", "pending"],
    ["LIQUIDADO", "paid"],
    ["BAIXADO", "cancelled"],
    ["BAIXADO POR SOLICITACAO", "cancelled"],
    ["UM ESTADO DE AMANHA", "pending"],
  ])("%s is %s", async (situacao, status) => {
    expect(await reading({ ...boleto, situacao })).toMatchObject({ status });
  });

  it.each(["situacao", "dataVencimento", "valorNominal", "linhaDigitavel", "codigoBarras", "dataEmissao"])(
    "is no boleto without %s",
    async (field) => {
      await expect(reading(without(boleto, field))).rejects.toThrow(
        field === "dataEmissao" ? "without a time" : field,
      );
    },
  );

  it("is no boleto where the creation tells no number", async () => {
    const { translate } = translateWith({ sicredi_create_boleto: {} });
    const made = translate(pay, { method: "boleto", amount: 12990, currency: "BRL" });
    await expect(made).rejects.toThrow("nossoNumero");
  });
});
