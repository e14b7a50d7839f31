import { statementBetween } from "../engines/banking/statement-between.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { starkBankTools } from "./tools.ts";

/** Stark Bank, Brazil (starkbank.com/docs/api): centavos, camelCase, everything created in lists of at most 100. */
export const starkBankSimulation = defineSimulation({
  id: "stark-bank",
  tools: starkBankTools,
  handlers: {
    stark_bank_get_balance: (_args, context) => ({
      cursor: null,
      balances: [
        {
          id: "5656565656565656",
          amount: receivedAmount(context),
          currency: "BRL",
          updated: new Date(context.now).toISOString(),
        },
      ],
    }),
    stark_bank_get_statement: (args, context) => ({
      cursor: null,
      transactions: statementBetween(context, textAt(args, "after"), textAt(args, "before")).map(
        ({ charge, amount, at }) => ({
          externalId: charge.reference ?? charge.id,
          amount,
          fee: 0,
          source: `charge/${charge.id}`,
          description: charge.description ?? "",
          created: new Date(at).toISOString(),
        }),
      ),
    }),
  },
});
