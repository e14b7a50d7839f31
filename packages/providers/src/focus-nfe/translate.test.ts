import { expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { focusNfeTranslator } from "./translate.ts";

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

it.each([
  ["529.982.247-25", { cpf_destinatario: "52998224725" }],
  ["52998224725", { cpf_destinatario: "52998224725" }],
  ["11.222.333/0001-81", { cnpj_destinatario: "11222333000181" }],
])("issues to %s under a ref of its own, in reais", async (document, receiver) => {
  const { calls, translate } = translateFixtures("focus-nfe", ["nfe-processando"]);
  const output = await translate(invoice, {
    type: "nfe",
    customer: { name: "Maria Exemplo", document },
    items: [{ description: "Camiseta", quantity: 3, unit_amount: 1999 }],
  });
  expect(output).toMatchObject({ invoice_id: id, status: "processing" });
  expect(calls[0]?.arguments).toMatchObject({
    ref: id,
    data_emissao: "2026-11-20T12:00:00-03:00",
    valor_total: 59.97,
    ...receiver,
  });
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
