import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { sicrediSimulation } from "./simulate.ts";
import { sicrediTranslator } from "./translate.ts";

describePayments({
  server: sicrediSimulation,
  translator: sicrediTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
  ],
  quirks: { keeps: ["boleto"] },
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(sicrediSimulation.tools)).toEqual(nativeToolNames("sicredi"));
});

it("numbers its boletos in sequence and issues them as bank 748", async () => {
  const simulation = simulate(sicrediSimulation);
  const order = { method: "boleto", amount: 15990, currency: "BRL", due_date: "2026-12-10" } as const;
  const bankBoleto = await simulation.translate(sicrediTranslator.pay, order);
  expect(bankBoleto.boleto?.barcode.slice(0, 3)).toBe("748");
  expect(bankBoleto.boleto?.barcode.slice(5, 9)).toBe("1656");
  const next = await simulation.translate(sicrediTranslator.pay, order);
  expect([bankBoleto.payment_id.slice(0, 8), next.payment_id.slice(0, 8)]).toEqual(["26200001", "26200002"]);
});

it("lists the boletos of a day that were paid", async () => {
  const simulation = simulate(sicrediSimulation);
  const { payment_id } = await simulation.translate(sicrediTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
  });
  simulation.advance(2 * 86_400_000);
  expect(await simulation.call("sicredi_list_boletos", { dia: "21/11/2026" })).toMatchObject({
    data: { items: [{ nossoNumero: payment_id, valorLiquidado: 159.9 }] },
  });
  expect(await simulation.call("sicredi_list_boletos", { dia: "22/11/2026" })).toMatchObject({
    data: { items: [] },
  });
});

it("keeps Pix and boletos in one balance", async () => {
  const simulation = simulate(sicrediSimulation);
  for (const method of ["pix", "boleto"] as const) {
    await simulation.translate(sicrediTranslator.pay, { method, amount: 5000, currency: "BRL" });
  }
  simulation.advance(2 * 86_400_000);
  expect(await simulation.call("sicredi_get_balance", {})).toMatchObject({ data: { saldoDisponivel: 100 } });
  expect(await simulation.call("sicredi_get_statement", {})).toMatchObject({
    data: { lancamentos: [{ historico: "PIX" }, { historico: "COBRANCA", data: "2026-11-21" }] },
  });
});

it("shows the entries of the days that are asked for", async () => {
  const simulation = simulate(sicrediSimulation);
  await simulation.translate(sicrediTranslator.pay, { method: "pix", amount: 5000, currency: "BRL" });
  simulation.advance(60_000);
  const entries = (dataInicio: string) => simulation.call("sicredi_get_statement", { dataInicio });
  expect(await entries("2026-11-20")).toMatchObject({ data: { lancamentos: [{ data: "2026-11-20" }] } });
  expect(await entries("2026-11-21")).toMatchObject({ data: { lancamentos: [] } });
});
