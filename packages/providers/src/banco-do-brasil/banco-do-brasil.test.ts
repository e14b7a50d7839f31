import { expect, it } from "vitest";
import { simulate } from "../testing/simulate.ts";
import { bancoDoBrasilSimulation } from "./simulate.ts";

it("shows a Pix that was paid in the balance and in the statement of its day", async () => {
  const simulation = simulate(bancoDoBrasilSimulation);
  const infoAdicionais = [{ nome: "referencia", valor: "order-1" }];
  await simulation.call("banco_do_brasil_create_pix_charge", {
    valor: { original: "159.90" },
    infoAdicionais,
  });
  expect(await simulation.call("banco_do_brasil_get_balance", {})).toMatchObject({
    data: { saldoDisponivel: 0 },
  });
  simulation.advance(60_000);
  expect(await simulation.call("banco_do_brasil_get_balance", {})).toMatchObject({
    data: { saldoDisponivel: 159.9 },
  });
  const statement = (dataInicioSolicitacao: string, dataFimSolicitacao: string) =>
    simulation.call("banco_do_brasil_get_statement", { dataInicioSolicitacao, dataFimSolicitacao });
  expect(await statement("1112026", "20112026")).toMatchObject({
    data: {
      quantidadeTotalRegistro: 1,
      listaLancamento: [
        {
          dataLancamento: 20112026,
          valorLancamento: 159.9,
          indicadorSinalLancamento: "C",
          textoInformacaoComplementar: "order-1",
        },
      ],
    },
  });
  expect(await statement("21112026", "30112026")).toMatchObject({ data: { listaLancamento: [] } });
  expect(await statement("1112026", "19112026")).toMatchObject({ data: { listaLancamento: [] } });
});
