import { nativeToolNames } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { bancoDoBrasilSimulation } from "../banco-do-brasil/simulate.ts";
import { bancoDoBrasilTranslator } from "../banco-do-brasil/translate.ts";
import { bradescoSimulation } from "../bradesco/simulate.ts";
import { bradescoTranslator } from "../bradesco/translate.ts";
import { interSimulation } from "../inter/simulate.ts";
import { itauSimulation } from "../itau/simulate.ts";
import { itauTranslator } from "../itau/translate.ts";
import { textAt } from "../json/read-arguments.ts";
import { sicrediSimulation } from "../sicredi/simulate.ts";
import { describePayments } from "../testing/describe-payments.ts";
import { simulate } from "../testing/simulate.ts";
import { pixVerbs } from "./pix-tools.ts";

const banks = [
  [bancoDoBrasilSimulation, "banco_do_brasil"],
  [bradescoSimulation, "bradesco"],
  [interSimulation, "inter"],
  [itauSimulation, "itau"],
  [sicrediSimulation, "sicredi"],
] as const;

// Inter and Sicredi have boletos as well, and tests of their own
for (const [server, translator] of [
  [bancoDoBrasilSimulation, bancoDoBrasilTranslator],
  [bradescoSimulation, bradescoTranslator],
  [itauSimulation, itauTranslator],
] as const)
  describePayments({ server, translator, methods: [["pix", "BRL"]] });

describe.each(banks)("$id", (server, prefix) => {
  const txid = "71c7d9be4b854e439f1c1f3b8b4e9a2d";
  const order = { txid, calendario: { expiracao: 600 }, valor: { original: "159.90" } };
  function start() {
    const simulation = simulate(server);
    return {
      simulation,
      call: (verb: string, args: object) => simulation.call(`${prefix}_${verb}`, { ...args }),
    };
  }

  it("has the tools of the catalogue, the Banco Central's among them", () => {
    expect(Object.keys(server.tools)).toEqual(nativeToolNames(server.id));
    expect(Object.keys(server.tools)).toEqual(
      expect.arrayContaining(pixVerbs.map((verb) => `${prefix}_${verb}`)),
    );
  });

  it("changes what is unpaid, one revision after the other, and nothing that is paid", async () => {
    const { simulation, call } = start();
    await call("create_pix_charge", order);
    expect(await call("update_pix_charge", { txid, valor: { original: "10.00" } })).toMatchObject({
      data: { revisao: 1, valor: { original: "10.00" }, status: "ATIVA" },
    });
    expect(await call("update_pix_charge", { txid, solicitacaoPagador: "Pedido 7" })).toMatchObject({
      data: { revisao: 2, solicitacaoPagador: "Pedido 7", valor: { original: "10.00" } },
    });
    expect(await call("update_pix_charge", { txid, valor: { original: "0.00" } })).toMatchObject({
      ok: false,
      providerCode: "CobOperacaoInvalida",
    });
    simulation.advance(60_000);
    expect(await call("update_pix_charge", { txid, valor: { original: "1.00" } })).toMatchObject({
      ok: false,
      code: "payment_not_pending",
      providerCode: "CobOperacaoInvalida",
    });
    expect(await call("get_pix_charge", { txid })).toMatchObject({
      data: { status: "CONCLUIDA", revisao: 2, pix: [{ valor: "10.00" }] },
    });
  });

  it("leaves a charge as it is when its time is over: whoever reads it compares", async () => {
    const { simulation, call } = start();
    const infoAdicionais = [{ nome: "referencia", valor: "sandbox:never_pays" }];
    await call("create_pix_charge", { ...order, infoAdicionais });
    simulation.advance(700_000);
    expect(await call("get_pix_charge", { txid })).toMatchObject({ data: { status: "ATIVA", pix: [] } });
  });

  it("lists what was received in pages, by txid and by what was given back", async () => {
    const { simulation, call } = start();
    for (const number of [1, 2, 3]) await call("create_pix_charge", { ...order, txid: `${txid}${number}` });
    simulation.advance(60_000);
    const time = { inicio: "2026-11-20T00:00:00Z", fim: "2026-11-21T00:00:00Z" };
    const list = async (asked: object) => {
      const response = await call("list_pix_received", { ...time, ...asked });
      if (!response.ok) throw new Error(response.message);
      return response.data;
    };
    expect(await list({ "paginacao.itensPorPagina": 2, "paginacao.paginaAtual": 1 })).toMatchObject({
      parametros: {
        ...time,
        paginacao: { paginaAtual: 1, itensPorPagina: 2, quantidadeDePaginas: 2, quantidadeTotalDeItens: 3 },
      },
      pix: [{ txid: `${txid}3` }],
    });
    const one = await list({ txid: `${txid}2` });
    const e2eId = textAt(one, "pix.0.endToEndId") ?? "";
    expect(await call("refund_pix", { e2eId, id: "volta1", valor: "9.90" })).toMatchObject({
      data: { id: "volta1", status: "DEVOLVIDO", natureza: "ORIGINAL" },
    });
    expect(await call("get_pix_refund", { e2eId, id: "volta1" })).toMatchObject({ data: { valor: "9.90" } });
    expect(await call("get_pix_refund", { e2eId, id: "volta2" })).toMatchObject({
      code: "payment_not_found",
    });
    expect(await list({ devolucaoPresente: true })).toMatchObject({ pix: [{ txid: `${txid}2` }] });
    expect(await list({ devolucaoPresente: false })).toMatchObject({
      pix: [{ txid: `${txid}1` }, { txid: `${txid}3` }],
    });
  });

  it("draws the id of a charge and of a return where the caller chose none", async () => {
    const { simulation, call } = start();
    const { txid: _own, ...anonymous } = order;
    expect(await call("create_pix_charge", anonymous)).toMatchObject({
      data: { txid: expect.stringMatching(/^[a-zA-Z0-9]{26,35}$/) },
    });
    simulation.advance(60_000);
    const received = await call("list_pix_received", {});
    const e2eId = received.ok ? (textAt(received.data, "pix.0.endToEndId") ?? "") : "";
    expect(await call("refund_pix", { e2eId, valor: "1.00" })).toMatchObject({
      data: { id: expect.stringMatching(/^[a-zA-Z0-9]{1,35}$/) },
    });
  });
});
