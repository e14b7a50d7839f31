import type { Currency } from "@codespar/contract";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { getChange, type LedgerTransaction, listTransactions } from "./ledger.ts";

/** One line of an account's statement. */
export interface StatementLine {
  transaction: LedgerTransaction;
  /** What can be spent changed by so many minor units. */
  change: number;
  /** What could be spent afterwards. */
  balance: number;
}

/** What changed the spendable balance, in order, with the balance after each line; it begins at nothing and ends at the balance. */
export function getStatement(context: Pick<SimulationContext, "list">, currency: Currency): StatementLine[] {
  const lines: StatementLine[] = [];
  let balance = 0;
  for (const transaction of listTransactions(context)) {
    const change = transaction.currency === currency ? getChange(transaction, "available") : 0;
    if (change === 0) continue;
    balance += change;
    lines.push({ transaction, change, balance });
  }
  return lines;
}
