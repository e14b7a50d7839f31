import { COMPE_CODES, PIX_ISPB, toMajorUnits } from "@codespar/formats";
import { dateOfDigits, statementBetween } from "../engines/banking/statement-between.ts";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { pixHandlers } from "../pix-banks/pix-simulation.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { bancoDoBrasilTools } from "./tools.ts";

const institution = { ispb: PIX_ISPB.bancoDoBrasil, compe: COMPE_CODES.bancoDoBrasil };

/** Banco do Brasil (developers.bb.com.br): reais, statement dates as `DDMMAAAA`, Pix by txid as the BCB defines it. */
export const bancoDoBrasilSimulation = defineSimulation({
  id: "banco-do-brasil",
  tools: bancoDoBrasilTools,
  handlers: {
    banco_do_brasil_get_balance: (_args, context) => ({
      saldoDisponivel: toMajorUnits(receivedAmount(context), "BRL"),
      limiteChequeEspecial: 0,
    }),
    banco_do_brasil_get_statement: (args, context) => {
      const from = dateOfDigits(textAt(args, "dataInicioSolicitacao"));
      const to = dateOfDigits(textAt(args, "dataFimSolicitacao"));
      const listaLancamento = statementBetween(context, from, to).map(({ charge, amount, date }) => ({
        dataLancamento: Number(date.split("-").reverse().join("")),
        textoDescricaoHistorico: amount < 0 ? "Pix - Devolvido" : "Pix - Recebido",
        valorLancamento: toMajorUnits(Math.abs(amount), "BRL"),
        indicadorSinalLancamento: amount < 0 ? "D" : "C",
        textoInformacaoComplementar: charge.reference ?? charge.id,
      }));
      return {
        numeroPaginaAtual: 1,
        quantidadeTotalPagina: 1,
        quantidadeTotalRegistro: listaLancamento.length,
        listaLancamento,
      };
    },
    ...pixHandlers("banco_do_brasil", institution),
  },
  due: { ...chargeDue },
});
