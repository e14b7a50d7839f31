import type { Currency } from "@codespar/contract";
import type { SimulationContext } from "../../simulation/provider-definition.ts";

/** The kind under which an account keeps what was posted, in order. */
export const LEDGER_KIND = "ledger_transaction";
const TOTAL_KIND = "ledger_total";

/**
 * Between whom money moves. `pending` and `available` are the merchant's, the second of which can be spent; all others are outside:
 * who pays, what the provider keeps, what a dispute holds, with whom a payment is shared, and the merchant's bank.
 */
export const ledgerAccounts = [
  "available",
  "pending",
  "payers",
  "fees",
  "disputes",
  "partners",
  "bank",
] as const;

export type LedgerAccount = (typeof ledgerAccounts)[number];

/** What a transaction is for. */
export type LedgerType =
  | "charge"
  | "settlement"
  | "refund"
  | "refund_fee"
  | "dispute"
  | "dispute_fee"
  | "dispute_won"
  | "dispute_lost"
  | "split"
  | "transfer"
  | "transfer_fee"
  | "transfer_reversal";

/** Money of one account that becomes or stops being its own. */
export interface Posting {
  account: LedgerAccount;
  /** Minor units; what comes in is positive. */
  amount: number;
}

/** One movement of money. Its postings add up to nothing: what one account gets, another gives. */
export interface LedgerTransaction {
  /** `<type>:<source>`, so that no movement is written twice. */
  id: string;
  type: LedgerType;
  /** What moved the money: the id of a charge, refund, dispute or transfer. */
  source: string;
  /** The charge that it belongs to, where it does. */
  charge?: string | undefined;
  currency: Currency;
  /** Milliseconds since the epoch. */
  at: number;
  /** When pending money becomes available, in milliseconds since the epoch. */
  availableAt: number;
  postings: Posting[];
  description?: string | undefined;
}

/** A movement whose postings do not balance: a mistake of the engine's own. */
export class UnbalancedTransaction extends Error {
  override readonly name = "UnbalancedTransaction";
}

/**
 * Writes a movement once; the same id again changes nothing. Throws `UnbalancedTransaction` when the postings do not add up to
 * nothing, or are not whole.
 */
export function postTransaction(
  context: Pick<SimulationContext, "get" | "put">,
  transaction: Omit<LedgerTransaction, "id">,
): LedgerTransaction {
  const id = `${transaction.type}:${transaction.source}`;
  const known = context.get<LedgerTransaction>(LEDGER_KIND, id);
  if (known !== undefined) return known;
  const postings = transaction.postings.filter(({ amount }) => amount !== 0);
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  if (sum !== 0 || postings.some(({ amount }) => !Number.isSafeInteger(amount)))
    throw new UnbalancedTransaction(`${id} moves ${sum} minor units from nowhere.`);
  const written: LedgerTransaction = { ...transaction, id, postings };
  context.put(LEDGER_KIND, id, written);
  for (const { account, amount } of postings) {
    const key = `${account} ${transaction.currency}`;
    const total = context.get<{ amount: number }>(TOTAL_KIND, key)?.amount ?? 0;
    context.put(TOTAL_KIND, key, { amount: total + amount });
  }
  return written;
}

/** What an account has, in minor units: the sum of what was ever posted to it. */
export function getBalance(
  context: Pick<SimulationContext, "get">,
  account: LedgerAccount,
  currency: Currency,
): number {
  return context.get<{ amount: number }>(TOTAL_KIND, `${account} ${currency}`)?.amount ?? 0;
}

/** Every movement of the account, in the order in which they were written. */
export function listTransactions(context: Pick<SimulationContext, "list">): LedgerTransaction[] {
  return context.list<LedgerTransaction>(LEDGER_KIND);
}

/** What a transaction changes of an account, in minor units. */
export function getChange({ postings }: LedgerTransaction, ...accounts: LedgerAccount[]): number {
  return postings.reduce((sum, { account, amount }) => (accounts.includes(account) ? sum + amount : sum), 0);
}
