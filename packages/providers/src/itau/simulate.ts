import { formatMajorUnits } from "@codespar/formats";
import { statementBetween } from "../engines/banking/statement-between.ts";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { ITAU as institution } from "../engines/payments/create-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { pixHandlers } from "../pix-banks/pix-simulation.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { itauTools } from "./tools.ts";

/** Itaú, Brazil (devportal.itau.com.br): snake_case Portuguese, reais as text, boletos in centavos with zeros in front. */
export const itauSimulation = defineSimulation({
  id: "itau",
  tools: itauTools,
  handlers: {
    itau_get_balance: (_args, context) => ({
      data: {
        saldo_disponivel: formatMajorUnits(receivedAmount(context), "BRL"),
        limite: "0.00",
        moeda: "BRL",
      },
    }),
    itau_get_statement: (args, context) => ({
      data: statementBetween(context, textAt(args, "data_inicio"), textAt(args, "data_fim")).map(
        ({ charge, amount, date }) => ({
          data_lancamento: date,
          tipo_operacao: amount < 0 ? "debito" : "credito",
          valor_lancamento: formatMajorUnits(Math.abs(amount), "BRL"),
          literal_lancamento: charge.reference ?? charge.id,
        }),
      ),
    }),
    ...pixHandlers("itau", institution),
  },
  due: { ...chargeDue },
});
