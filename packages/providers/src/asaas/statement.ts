import type { JsonObject } from "@codespar/contract";
import { calendarDateAt, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { CHARGE_KIND, type Charge, paidAmount } from "../engines/payments/charge.ts";
import { getChargeFee } from "../engines/payments/charge-money.ts";
import type { LedgerType } from "../engines/payments/ledger.ts";
import { getStatement, type StatementLine } from "../engines/payments/statement.ts";
import { textAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";

/** Types of the statement (docs.asaas.com /reference/retrieve-extract). */
const types: Readonly<Partial<Record<LedgerType, readonly [type: string, words: string]>>> = {
  refund: ["PAYMENT_REVERSAL", "Estorno de fatura"],
  dispute: ["CHARGEBACK", "Bloqueio de saldo devido ao chargeback"],
  dispute_won: ["CHARGEBACK_REVERSAL", "Cancelamento do bloqueio de saldo devido ao chargeback"],
  dispute_fee: ["PAYMENT_FEE", "Taxa de chargeback"],
  transfer: ["TRANSFER", "Transferência para conta bancária"],
  transfer_fee: ["TRANSFER_FEE", "Taxa de transferência para conta bancária"],
  transfer_reversal: ["TRANSFER_REVERSAL", "Estorno de transferência para conta bancária"],
};

interface Row {
  type: string;
  words: string;
  change: number;
}

/** Every change of the balance with the balance after it, oldest first; the last one is `GET /v3/finance/balance`. */
export function listFinancialTransactions(args: JsonObject, context: SimulationContext): JsonObject[] {
  const since = textAt(args, "startDate") ?? "";
  const until = textAt(args, "finishDate") ?? "9999";
  return getStatement(context, "BRL")
    .flatMap((line) => describe(line, context))
    .filter(({ date }) => String(date) >= since && String(date) <= until);
}

function describe(line: StatementLine, context: SimulationContext): JsonObject[] {
  const { transaction, balance, change } = line;
  const { charge, at, source, type } = transaction;
  let after = balance - change;
  return rowsOf(line, context).map(({ type: name, words, change: value }, index) => {
    after += value;
    return {
      object: "financialTransaction",
      id: `fta_${transaction.id.replace(/\W/g, "")}${index}`,
      value: toMajorUnits(value, "BRL"),
      balance: toMajorUnits(after, "BRL"),
      type: name,
      date: calendarDateAt(at, SAO_PAULO),
      description: words,
      paymentId: charge ?? null,
      transferId: type.startsWith("transfer") ? source : null,
      chargebackId: type.startsWith("dispute") ? source : null,
    };
  });
}

/** A payment is two lines here, what was paid and the fee; of a card that was given back before it was credited, three. */
function rowsOf({ transaction, change }: StatementLine, context: SimulationContext): Row[] {
  const { type, charge: id } = transaction;
  const charge = id === undefined ? undefined : context.get<Charge>(CHARGE_KIND, id);
  if ((type === "charge" || type === "settlement") && charge !== undefined) {
    const gross = paidAmount(charge);
    const fee = getChargeFee(charge);
    const rows = [
      { type: "PAYMENT_RECEIVED", words: "Cobrança recebida", change: gross },
      { type: "PAYMENT_FEE", words: "Taxa de boleto, cartão ou Pix", change: -fee },
      { type: "PAYMENT_REVERSAL", words: "Estorno de fatura", change: change - gross + fee },
    ];
    return rows.filter((row) => row.change !== 0);
  }
  const [name = "CREDIT", words = "Crédito"] = types[type] ?? [];
  return [{ type: name, words, change }];
}
