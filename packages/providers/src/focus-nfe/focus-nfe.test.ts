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
});

it("responds with the fields of its API and refuses a ref that is taken", async () => {
  const simulation = simulate(focusNfeSimulation);
  const args = {
    ref: "order-1",
    cpf_destinatario: "11144477735",
    items: [{ descricao: "Camiseta", quantidade_comercial: 2, valor_unitario_comercial: 49.95 }],
  };
  expect(await simulation.call("focus_nfe_create_nfe", args)).toMatchObject({
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
