import { nativeToolNames } from "@codespar/contract";
import { expect, it } from "vitest";
import { textAt } from "../json/read-arguments.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { interSimulation } from "./simulate.ts";
import { interTranslator } from "./translate.ts";

describePayments({
  server: interSimulation,
  translator: interTranslator,
  methods: [
    ["pix", "BRL"],
    ["boleto", "BRL"],
  ],
  quirks: { keeps: ["boleto"] },
});

it("has the tools of the catalogue", () => {
  expect(Object.keys(interSimulation.tools)).toEqual(nativeToolNames("inter"));
});

it("speaks the Banco Central's Pix: reais as text, the caller's txid", async () => {
  const simulation = simulate(interSimulation);
  const txid = "71c7d9be4b854e439f1c1f3b8b4e9a2d";
  const order = { txid, calendario: { expiracao: 600 }, valor: { original: "159.90" } };
  expect(await simulation.call("inter_create_pix_charge", order)).toMatchObject({
    ok: true,
    data: {
      txid,
      status: "ATIVA",
      valor: { original: "159.90" },
      calendario: { criacao: "2026-11-20T15:00:00.000Z", expiracao: 600 },
      pix: [],
    },
  });
  expect(await simulation.call("inter_create_pix_charge", order)).toMatchObject({
    ok: false,
    code: "invalid_request",
  });
  simulation.advance(60_000);
  expect(await simulation.call("inter_list_pix_received", {})).toMatchObject({
    data: { pix: [{ txid, valor: "159.90", horario: "2026-11-20T15:00:30.000Z", devolucoes: [] }] },
  });
});

it.each([
  ["1e3", 'valor.original "1e3" is not valid. Pass text such as "10.00".'],
  ["10.001", 'valor.original "10.001" is not valid. Pass text such as "10.00".'],
  ["10.5", 'valor.original "10.5" is not valid. Pass text such as "10.00".'],
  [10, 'valor.original 10 is not valid. Pass text such as "10.00".'],
])("takes no Pix of %j: BCB wants text with two decimals", async (original, message) => {
  const simulation = simulate(interSimulation);
  const order = { txid: "71c7d9be4b854e439f1c1f3b8b4e9a2d", valor: { original } };
  expect(await simulation.call("inter_create_pix_charge", order)).toMatchObject({
    ok: false,
    code: "invalid_request",
    message,
  });
});

it("lets a boleto that is due on a Saturday be paid until the next bank day ends", async () => {
  const simulation = simulate(interSimulation);
  const boleto = await simulation.translate(interTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-05",
    reference: "sandbox:never_pays",
  });
  expect(boleto).toMatchObject({ expires_at: "2026-12-08T02:59:59Z", boleto: { due_date: "2026-12-05" } });
  const read = () =>
    simulation.translate(interTranslator.pay, { action: "get", payment_id: boleto.payment_id });
  simulation.advance(Date.parse("2026-12-07T23:59:58-03:00") - simulation.now());
  expect(await read()).toMatchObject({ status: "pending" });
  simulation.advance(2000);
  expect(await read()).toMatchObject({ status: "expired" });
});

it("issues boletos of its own bank, known by a request code", async () => {
  const simulation = simulate(interSimulation);
  const bankBoleto = await simulation.translate(interTranslator.pay, {
    method: "boleto",
    amount: 15990,
    currency: "BRL",
    due_date: "2026-12-10",
    reference: "a-reference-that-is-longer-than-the-bank-takes",
  });
  expect(bankBoleto).toMatchObject({
    expires_at: "2026-12-11T02:59:59Z",
    boleto: { due_date: "2026-12-10" },
  });
  expect(bankBoleto.boleto?.barcode.slice(0, 3)).toBe("077");
  const seuNumero = "order-7";
  const dated = { dataInicial: "2026-12-10", dataFinal: "2026-12-10" };
  await simulation.call("inter_create_boleto", { seuNumero, valorNominal: 5, dataVencimento: "2026-12-10" });
  expect(await simulation.call("inter_list_boletos", { ...dated, seuNumero })).toMatchObject({
    data: { totalElementos: 1, cobrancas: [{ cobranca: { seuNumero, valorNominal: 5 } }] },
  });
  const found = await simulation.call("inter_list_boletos", { ...dated, situacao: "A_RECEBER" });
  expect(found).toMatchObject({
    data: {
      totalElementos: 2,
      cobrancas: [{ cobranca: { codigoSolicitacao: bankBoleto.payment_id, valorNominal: 159.9 } }, {}],
    },
  });
});

it("keeps boletos and Pix apart", async () => {
  const simulation = simulate(interSimulation);
  const pix = await simulation.translate(interTranslator.pay, {
    method: "pix",
    amount: 5000,
    currency: "BRL",
  });
  expect(await simulation.call("inter_cancel_boleto", { codigoSolicitacao: pix.payment_id })).toMatchObject({
    ok: false,
    code: "payment_not_found",
  });
});

it("refuses a due date that has passed", async () => {
  for (const method of ["pix", "boleto"] as const) {
    const payment = simulate(interSimulation).translate(interTranslator.pay, {
      method,
      amount: 15990,
      currency: "BRL",
      due_date: "2026-11-19",
    });
    await expect(payment).rejects.toMatchObject({ code: "invalid_due_date" });
  }
});

it("shows in statement and balance what came and went", async () => {
  const simulation = simulate(interSimulation);
  const { payment_id } = await simulation.translate(interTranslator.pay, {
    method: "pix",
    amount: 5000,
    currency: "BRL",
    reference: "order-1",
  });
  simulation.advance(60_000);
  await simulation.translate(interTranslator.pay, { action: "refund", payment_id, amount: 1000 });
  expect(await simulation.call("inter_get_balance", {})).toMatchObject({ data: { disponivel: 40 } });
  expect(await simulation.call("inter_get_statement", {})).toMatchObject({
    data: {
      transacoes: [
        { tipoOperacao: "C", valor: "50.00", descricao: "order-1" },
        { tipoOperacao: "D", valor: "10.00", descricao: "order-1" },
      ],
    },
  });
});

it("lists boletos, entries and Pix of the days that are asked for", async () => {
  const simulation = simulate(interSimulation);
  const due_date = "2026-12-10";
  const bankBoleto = { method: "boleto", amount: 15990, currency: "BRL", due_date } as const;
  await simulation.translate(interTranslator.pay, bankBoleto);
  const dated = (dataInicial: string, dataFinal: string) =>
    simulation.call("inter_list_boletos", { dataInicial, dataFinal });
  expect(await dated("2026-12-10", "2026-12-10")).toMatchObject({ data: { totalElementos: 1 } });
  expect(await dated("2026-12-01", "2026-12-09")).toMatchObject({ data: { totalElementos: 0 } });
  expect(await dated("2026-12-11", "2026-12-31")).toMatchObject({ data: { totalElementos: 0 } });

  await simulation.translate(interTranslator.pay, { method: "pix", amount: 5000, currency: "BRL" });
  simulation.advance(60_000); // paid at 15:00:30Z
  const received = (inicio: string, fim: string) =>
    simulation.call("inter_list_pix_received", { inicio, fim });
  expect(await received("2026-11-20T12:00:00-03:00", "2026-11-20T12:00:30-03:00")).toMatchObject({
    data: { pix: [{ valor: "50.00" }] },
  });
  expect(await received("2026-11-20T15:00:31Z", "2026-11-21T00:00:00Z")).toMatchObject({ data: { pix: [] } });
  expect(await received("yesterday", "2026-11-21T00:00:00Z")).toMatchObject({
    code: "invalid_request",
    message: "inicio yesterday is no time. Send ISO 8601.",
  });
  const entries = (dataInicio: string, dataFim: string) =>
    simulation.call("inter_get_statement", { dataInicio, dataFim });
  expect(await entries("2026-11-20", "2026-11-20")).toMatchObject({
    data: { transacoes: [{ dataEntrada: "2026-11-20" }] },
  });
  expect(await entries("2026-11-21", "2026-11-30")).toMatchObject({ data: { transacoes: [] } });
});

it("takes the id of a return once", async () => {
  const simulation = simulate(interSimulation);
  await simulation.translate(interTranslator.pay, { method: "pix", amount: 5000, currency: "BRL" });
  simulation.advance(60_000);
  const received = await simulation.call("inter_list_pix_received", {});
  const e2eId = received.ok ? textAt(received.data, "pix.0.endToEndId") : undefined;
  const giveBack = () =>
    simulation.call("inter_refund_pix", { e2eId: String(e2eId), id: "devolucao1", valor: "10.00" });
  expect(await giveBack()).toMatchObject({ data: { status: "DEVOLVIDO", valor: "10.00" } });
  expect(await giveBack()).toMatchObject({ ok: false, providerCode: "PixDevolucaoInvalida" });
});
