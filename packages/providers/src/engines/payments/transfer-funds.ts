import type { Currency } from "@codespar/contract";
import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { getBalance, type LedgerTransaction, postTransaction } from "./ledger.ts";

export interface FundsTransfer {
  id: string;
  /** Minor units that arrive. */
  amount: number;
  /** Minor units that the provider takes for it. @default 0 */
  fee?: number | undefined;
  currency: Currency;
  description?: string | undefined;
}

/** Money leaves the account for the merchant's bank, never more than can be spent. */
export function transferFunds(
  context: SimulationContext,
  { id, amount, fee = 0, currency, description }: FundsTransfer,
): LedgerTransaction | Refusal {
  const available = getBalance(context, "available", currency);
  if (amount + fee > available)
    return new Refusal(
      "insufficient_funds",
      `${amount + fee} is more than the ${available} minor units that can be spent.`,
    );
  const movement = { source: id, currency, at: context.now, availableAt: context.now, description };
  const written = postTransaction(context, {
    ...movement,
    type: "transfer",
    postings: [
      { account: "available", amount: -amount },
      { account: "bank", amount },
    ],
  });
  if (fee > 0)
    postTransaction(context, {
      ...movement,
      type: "transfer_fee",
      postings: [
        { account: "available", amount: -fee },
        { account: "fees", amount: fee },
      ],
    });
  return written;
}
