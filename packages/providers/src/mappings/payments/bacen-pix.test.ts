import type { JsonObject, PayInput } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interTranslator } from "../../inter/translate.ts";
import { nativeCallsOf } from "../../testing/native-calls-of.ts";
import { translateWith } from "../../testing/translate-with.ts";
import { without } from "../../testing/without.ts";

// every bank takes these words over; Inter's tools stand for them
const { pay } = interTranslator;
const txid = "7978c0c97ea847e78e8849634473c1f1";
const active: JsonObject = {
  calendario: { criacao: "2026-11-20T15:00:00Z", expiracao: 3600 },
  txid,
  revisao: 0,
  location: "pix.example.com/qr/v2/9d36b84f",
  status: "ATIVA",
  valor: { original: "129.90" },
  chave: "7f6844d0-de89-47e5-9ef7-e0a35a681615",
  pixCopiaECola: "00020101021226500014br.gov.bcb.pix2528pix.example.com/qr/v2/4f1c2a6304ABCD",
};
const received = {
  endToEndId: "E12345678202611201505fixture0001",
  txid,
  valor: "129.90",
  horario: "2026-11-20T15:05:00Z",
};
const done: JsonObject = { ...active, status: "CONCLUIDA", pix: [received] };
const reading = (cob: JsonObject) =>
  translateWith({ inter_get_pix_charge: cob }).translate(pay, { action: "get", payment_id: txid });

describe("what leaves for a bank's Pix (provider-wire.md, Banco Central: reais as text with two decimals)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a charge of one centavo for an hour",
      { method: "pix", amount: 1, currency: "BRL" },
      {
        calendario: { expiracao: 3600 },
        valor: { original: "0.01" },
        infoAdicionais: [{ nome: "referencia", valor: "tc_1" }],
      },
    ],
    [
      "the largest charge until the end of its day, for a company",
      {
        method: "pix",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-11-21",
        description: "x".repeat(150),
        reference: "order-42",
        customer: { name: "Loja Exemplo", document: "11.222.333/0001-81" },
      },
      {
        calendario: { expiracao: 129_599 },
        devedor: { cnpj: "11222333000181", nome: "Loja Exemplo" },
        valor: { original: "99999999.99" },
        solicitacaoPagador: "x".repeat(140),
        infoAdicionais: [{ nome: "referencia", valor: "order-42" }],
      },
    ],
    [
      "a charge for a person",
      {
        method: "pix",
        amount: 12990,
        currency: "BRL",
        customer: { name: "Maria Exemplo", document: "529.982.247-25" },
      },
      {
        calendario: { expiracao: 3600 },
        devedor: { cpf: "52998224725", nome: "Maria Exemplo" },
        valor: { original: "129.90" },
        infoAdicionais: [{ nome: "referencia", valor: "tc_1" }],
      },
    ],
    [
      "a charge for nobody by name: the API wants both name and document, or no payer",
      { method: "pix", amount: 12990, currency: "BRL", customer: { document: "52998224725" } },
      {
        calendario: { expiracao: 3600 },
        valor: { original: "129.90" },
        infoAdicionais: [{ nome: "referencia", valor: "tc_1" }],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "inter_create_pix_charge", arguments: args },
    ]);
  });

  it("any amount with two decimals, and back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9_999_999_999 }), async (amount) => {
        const [call] = await nativeCallsOf(pay, { method: "pix", amount, currency: "BRL" });
        const valor = call?.arguments.valor ?? null;
        expect(valor).toEqual({ original: expect.stringMatching(/^\d{1,8}\.\d{2}$/) });
        expect((await reading({ ...active, valor })).amount).toBe(amount);
      }),
    );
  });

  const given = (status: string, valor: string) => ({
    id: "x",
    rtrId: "D1",
    valor,
    status,
    horario: { solicitacao: "2026-11-21T13:00:00Z" },
  });
  it.each([
    ["a part", 2990, [], "29.90"],
    ["all of it", undefined, [], "129.90"],
    ["what is left", undefined, [given("DEVOLVIDO", "29.90")], "100.00"],
    [
      "what is left, without a return that came to nothing",
      undefined,
      [given("NAO_REALIZADO", "29.90")],
      "129.90",
    ],
  ])("a return of %s, under the operation's own id", async (_what, amount, devolucoes, valor) => {
    const cob = { ...done, pix: [{ ...received, devolucoes }] };
    const calls = await nativeCallsOf(
      pay,
      { action: "refund", payment_id: txid, amount },
      { inter_get_pix_charge: cob },
    );
    expect(calls).toEqual([
      { kind: "read", tool: "inter_get_pix_charge", arguments: { txid } },
      {
        kind: "effect",
        tool: "inter_refund_pix",
        arguments: { e2eId: "E12345678202611201505fixture0001", id: "tc1", valor },
      },
    ]);
  });

  it("no return of what nobody has paid", async () => {
    const { calls, translate } = translateWith({ inter_get_pix_charge: active });
    await expect(translate(pay, { action: "refund", payment_id: txid })).rejects.toMatchObject({
      code: "payment_not_paid",
    });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it("a withdrawal by its status", async () => {
    expect(await nativeCallsOf(pay, { action: "cancel", payment_id: txid })).toEqual([
      {
        kind: "effect",
        tool: "inter_update_pix_charge",
        arguments: { txid, status: "REMOVIDA_PELO_USUARIO_RECEBEDOR" },
      },
    ]);
  });
});

describe("what a bank returns of a Pix (provider-wire.md, Banco Central)", () => {
  it("is a whole payment", async () => {
    expect(await reading(done)).toEqual({
      payment_id: txid,
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-20T16:00:00Z",
      pix: {
        qr_code: active.pixCopiaECola,
        txid,
        qr_code_url: "pix.example.com/qr/v2/9d36b84f",
        end_to_end_id: "E12345678202611201505fixture0001",
      },
      refunds: [],
    });
  });

  it.each([
    ["ATIVA", "pending"],
    ["CONCLUIDA", "paid"],
    ["REMOVIDA_PELO_USUARIO_RECEBEDOR", "cancelled"],
    ["REMOVIDA_PELO_PSP", "expired"],
    ["UM_ESTADO_DE_AMANHA", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...active, status })).toMatchObject({ status: expected });
  });

  it("stays ATIVA after its time, so the time tells that it expired", async () => {
    const calendario = { criacao: "2026-11-20T13:59:59Z", expiracao: 3600 };
    expect(await reading({ ...active, calendario })).toMatchObject({ status: "expired" });
  });

  it.each([
    ["EM_PROCESSAMENTO", "pending", "refunded"],
    ["DEVOLVIDO", "succeeded", "refunded"],
    ["NAO_REALIZADO", "failed", "paid"],
    ["UM_ESTADO_DE_AMANHA", "pending", "refunded"],
  ])("a return that is %s has %s", async (status, expected, left) => {
    const devolucoes = [
      { id: "r1", rtrId: "D1", valor: "129.90", status, horario: { solicitacao: "2026-11-21T13:00:00Z" } },
    ];
    expect(await reading({ ...done, pix: [{ ...received, devolucoes }] })).toMatchObject({
      status: left,
      refunds: [
        {
          refund_id: "r1",
          amount: 12990,
          status: expected,
          created_at: "2026-11-21T13:00:00Z",
          end_to_end_id: "D1",
        },
      ],
    });
  });

  it.each([
    "txid",
    "status",
    "valor.original",
    "calendario.expiracao",
    "pixCopiaECola",
    "calendario.criacao",
  ])("is no payment without %s", async (field) => {
    const message = field === "calendario.criacao" ? "without a time" : field;
    await expect(reading(without(active, field))).rejects.toThrow(message);
  });
});
