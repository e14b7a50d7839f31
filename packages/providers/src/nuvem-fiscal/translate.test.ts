import { expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { nuvemFiscalTranslator } from "./translate.ts";

const { invoice } = nuvemFiscalTranslator;
const id = "nfe_fixture01";

it.each([
  ["nfe-autorizado", "authorized"],
  ["nfe-rejeitado", "rejected"],
  ["nfe-cancelado", "cancelled"],
])("reads %s as %s", async (name, status) => {
  const { translate } = translateFixtures("nuvem-fiscal", [name]);
  expect(await translate(invoice, { action: "get", invoice_id: id })).toMatchObject({
    type: "nfe",
    status,
    number: 42,
    series: "1",
    amount: 12990,
  });
});

it.each([
  ["nfse-autorizada", "authorized"],
  ["nfse-substituida", "cancelled"],
  ["nfse-negada", "rejected"],
])("reads %s as %s", async (name, status) => {
  const { translate } = translateFixtures("nuvem-fiscal", [name]);
  const output = await translate(invoice, { action: "get", invoice_id: "nfse_fixture01" });
  expect(output).toMatchObject({ type: "nfse", status, number: 7, pdf_url: "https://nfse.example.com/7" });
});

it("issues under the operation's id and says that it is processing", async () => {
  const { calls, translate } = translateFixtures("nuvem-fiscal", ["nfe-pendente"]);
  const items = [{ description: "Camiseta", quantity: 1, unit_amount: 12990 }];
  expect(await translate(invoice, { type: "nfe", items })).toMatchObject({ status: "processing" });
  expect(calls).toHaveLength(1);
  expect(calls[0]?.arguments).toMatchObject({ ambiente: "homologacao", referencia: "tc_1" });
});

it("cancels, and says no where SEFAZ does", async () => {
  const cancel = { action: "cancel", invoice_id: id, reason: "Cancelamento de teste" } as const;
  const registered = translateFixtures("nuvem-fiscal", ["nfe-autorizado", "cancelamento-registrado"]);
  expect(await registered.translate(invoice, cancel)).toMatchObject({ status: "cancelled" });
  expect(registered.calls[1]?.arguments).toEqual({ id, justificativa: "Cancelamento de teste" });
  const refused = translateFixtures("nuvem-fiscal", ["nfe-autorizado", "cancelamento-rejeitado"]);
  await expect(refused.translate(invoice, cancel)).rejects.toMatchObject({
    code: "event_rejected",
    providerCode: "501",
  });
});
