import { statementBetween } from "../engines/banking/statement-between.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { nubankTools } from "./tools.ts";

/** Nubank, Brazil: snake_case English, values in centavos. */
export const nubankSimulation = defineSimulation({
  id: "nubank",
  tools: nubankTools,
  handlers: {
    nubank_get_balance: (_args, context) => ({
      available: receivedAmount(context),
      blocked: 0,
      currency: "BRL",
    }),
    nubank_get_statement: (args, context) => ({
      transactions: statementBetween(context, textAt(args, "from_date"), textAt(args, "to_date")).map(
        ({ charge, amount, date }) => ({
          post_date: date,
          type: amount < 0 ? "TRANSFER_OUT" : "TRANSFER_IN",
          amount: Math.abs(amount),
          detail: charge.reference ?? charge.id,
        }),
      ),
    }),
    nubank_list_pix_keys: (_args, { merchant }) => ({
      keys: [{ kind: "evp", value: merchant.pixKey, status: "ACTIVE", owner: merchant.name }],
    }),
  },
});
