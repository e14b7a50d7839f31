import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { listCharges } from "../payments/change-charge.ts";
import type { Charge } from "../payments/charge.ts";

export interface StatementLine {
  charge: Charge;
  /** Minor units; negative for what was given back. */
  amount: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What came into the account and went back out, oldest first. */
export function bankStatement(context: SimulationContext): StatementLine[] {
  return listCharges(context)
    .flatMap(getLines)
    .sort((a, b) => a.at - b.at);
}

function getLines(charge: Charge): StatementLine[] {
  if (charge.paidAt === undefined) return [];
  const returned = charge.refunds.map(({ amount, createdAt }) => ({
    charge,
    amount: -amount,
    at: createdAt,
  }));
  return [{ charge, amount: charge.amount, at: charge.paidAt }, ...returned];
}
