import type { JsonObject } from "@codespar/contract";
import { COMPE_CODES } from "@codespar/formats";
import { statementBetween } from "../engines/banking/statement-between.ts";
import { chargeDue } from "../engines/payments/change-charge.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { createBoletos } from "./boleto.ts";
import { createInvoice, getInvoice, getInvoicePayment, listInvoiceLogs, updateInvoice } from "./invoice.ts";
import { listStark, starkTime } from "./stark-json.ts";
import { starkBankTools } from "./tools.ts";
import { createBrcodePayments, createTransfers, getMoneyOut, listMoneyOut, transferDue } from "./transfer.ts";

/** Pix comes to Stark Bank itself; its boletos are of bank 341, as those in its SDK are. */
const institution = { ispb: "20018183", compe: COMPE_CODES.itau };

/** Stark Bank, Brazil (npm starkbank): centavos, camelCase, everything created in lists of at most 100. */
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
          updated: starkTime(context.now),
        },
      ],
    }),
    stark_bank_get_statement: listTransactions,
    stark_bank_create_invoice: (args, context) => createInvoice(args, context, institution),
    stark_bank_get_invoice: getInvoice,
    stark_bank_update_invoice: updateInvoice,
    stark_bank_list_invoice_logs: listInvoiceLogs,
    stark_bank_get_invoice_payment: getInvoicePayment,
    stark_bank_create_boleto: (args, context) => createBoletos(args, context, institution),
    stark_bank_create_transfer: createTransfers,
    stark_bank_get_transfer: getMoneyOut("transfer", "transfer"),
    stark_bank_list_transfers: listMoneyOut("transfer", "transfers"),
    stark_bank_create_brcode_payment: createBrcodePayments,
  },
  due: { ...chargeDue, ...transferDue },
});

/** What came in, what was given back and what went out, newest first. */
function listTransactions(args: JsonObject, context: SimulationContext): JsonObject {
  const received = statementBetween(context, undefined, undefined).map(({ charge, amount, at }) => ({
    id: charge.id,
    externalId: charge.reference ?? charge.id,
    amount,
    fee: 0,
    source: `invoice/${charge.id}`,
    description: charge.description ?? "",
    tags: [],
    created: starkTime(at),
  }));
  const sent = (["transfer", "brcode_payment"] as const).flatMap((kind) =>
    context
      .list<JsonObject>(kind)
      .filter(({ status }) => status === "success")
      .map((item) => ({
        id: textAt(item, "id") ?? "",
        externalId: textAt(item, "externalId") ?? "",
        amount: -Number(item.amount),
        fee: 0,
        source: `${kind.replace("_", "-")}/${textAt(item, "id")}`,
        description: textAt(item, "description") ?? "",
        tags: item.tags ?? [],
        created: textAt(item, "updated") ?? "",
      })),
  );
  let balance = 0;
  const lines = [...received, ...sent]
    .sort((a, b) => a.created.localeCompare(b.created))
    .map((line) => {
      balance += line.amount;
      return { ...line, balance };
    });
  return listStark("transactions", lines.toReversed(), args);
}
