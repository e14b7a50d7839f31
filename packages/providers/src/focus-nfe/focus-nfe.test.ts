import { expect, it } from "vitest";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { simulate } from "../testing/simulate.ts";
import { focusNfeSimulation } from "./simulate.ts";
import { focusNfeTranslator } from "./translate.ts";

describeInvoices({
  server: focusNfeSimulation,
  translator: focusNfeTranslator,
  types: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  corrects: ["nfe", "cte"],
  asynchronous: ["nfe", "nfse", "cte", "mdfe"],
});

const goods = {
  nome_destinatario: "Maria",
  cpf_destinatario: "11144477735",
  logradouro_destinatario: "Rua A",
  numero_destinatario: "1",
  bairro_destinatario: "Centro",
  municipio_destinatario: "São Paulo",
  uf_destinatario: "SP",
};
const item = {
  descricao: "Camiseta",
  codigo_ncm: "61091000",
  cfop: "5102",
  quantidade_comercial: 2,
  valor_unitario_comercial: 49.95,
  icms_situacao_tributaria: "102",
  pis_situacao_tributaria: "49",
  cofins_situacao_tributaria: "49",
};

it("responds that it processes, then with the fields of its API, and refuses a ref that is taken", async () => {
  const simulation = simulate(focusNfeSimulation);
  const args = { ref: "order-1", ...goods, items: [item] };
  expect(await simulation.call("focus_nfe_create_nfe", args)).toMatchObject({
    ok: true,
    data: { ref: "order-1", status: "processando_autorizacao" },
  });
  simulation.advance(3000);
  expect(await simulation.call("focus_nfe_get_nfe", { ref: "order-1" })).toMatchObject({
    ok: true,
    data: {
      ref: "order-1",
      status: "autorizado",
      status_sefaz: "100",
      chave_nfe: expect.stringMatching(/^NFe35\d{42}$/),
      caminho_danfe: expect.stringContaining("sandbox.codespar.dev"),
    },
  });
  expect(await simulation.call("focus_nfe_create_nfe", args)).toMatchObject({
    ok: false,
    code: "already_processed",
  });
});

it.each([
  // MOC NF-e 7.0, by the number of the rejection
  ["724", { nome_destinatario: null }, {}],
  ["726", { municipio_destinatario: null }, {}],
  ["745", {}, { pis_situacao_tributaria: null }],
  ["778", {}, { codigo_ncm: "00" }],
  ["733", { local_destino: 2 }, {}],
  ["528", {}, { icms_base_calculo: 99.9, icms_aliquota: 18, icms_valor: 1 }],
  ["528", {}, { ibs_cbs_base_calculo: 99.9, cbs_aliquota: 0.9, cbs_valor: 9 }],
])("is rejected with %s in the end", async (code, change, itemChange) => {
  const simulation = simulate(focusNfeSimulation);
  const args = { ref: "order-1", ...goods, ...change, items: [{ ...item, ...itemChange }] };
  await simulation.call("focus_nfe_create_nfe", args);
  simulation.advance(3000);
  expect(await simulation.call("focus_nfe_get_nfe", { ref: "order-1" })).toMatchObject({
    data: { status: "erro_autorizacao", status_sefaz: code },
  });
  expect(simulation.webhooks.map(({ type }) => type)).toEqual(["invoice.rejected"]);
});
