import { COMPE_CODES, PIX_ISPB, toMajorUnits } from "@codespar/formats";
import { dateOfDigits, statementBetween } from "../engines/banking/statement-between.ts";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { pixHandlers } from "../pix-banks/pix-simulation.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { bradescoTools } from "./tools.ts";

const institution = { ispb: PIX_ISPB.bradesco, compe: COMPE_CODES.bradesco };

/** Bradesco, Brazil (developers.bradesco.com.br): boletos in centavos with dotted dates, the statement by `DDMMAAAA`. */
export const bradescoSimulation = defineSimulation({
  id: "bradesco",
  tools: bradescoTools,
  handlers: {
    ...pixHandlers("bradesco", institution),
    bradesco_get_balance: (_args, context) => ({
      saldoDisponivel: toMajorUnits(receivedAmount(context), "BRL"),
      saldoBloqueado: 0,
    }),
    bradesco_get_statement: (args, context) => {
      const from = dateOfDigits(textAt(args, "dataInicio"));
      const to = dateOfDigits(textAt(args, "dataFim"));
      return {
        lancamentos: statementBetween(context, from, to).map(({ charge, amount, date }) => ({
          dataLancamento: date.split("-").reverse().join("/"),
          sinalLancamento: amount < 0 ? "-" : "+",
          valorLancamento: toMajorUnits(Math.abs(amount), "BRL"),
          descritivoLancamento: charge.reference ?? charge.id,
        })),
      };
    },
  },
  due: { ...chargeDue },
});
