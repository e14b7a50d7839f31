import type { SimulationContext } from "../../simulation/provider-definition.ts";
import {
  CHARGE_KIND,
  type Charge,
  type ChargeDispute,
  type ChargeRefund,
  chargedAmount,
  getAvailableAt,
  getFee,
  noTerms,
  paidAmount,
} from "./charge.ts";
import { getChange, type LedgerAccount, listTransactions, postTransaction } from "./ledger.ts";

/** What the provider keeps of a payment, or will once it is paid; minor units. */
export function getChargeFee(charge: Charge): number {
  return getFee(chargedAmount(charge), charge.money ?? noTerms);
}

/** When what was paid can be spent; undefined before it is paid. */
export function getChargeAvailableAt({ paidAt, currency, money }: Charge): number | undefined {
  return paidAt === undefined ? undefined : getAvailableAt(paidAt, currency, money ?? noTerms);
}

/** The payer's money comes in, and the provider keeps its fee. */
export function postCharge(context: SimulationContext, charge: Charge): void {
  const { id, currency, paidAt } = charge;
  const availableAt = getChargeAvailableAt(charge);
  if (paidAt === undefined || availableAt === undefined) return;
  const gross = paidAmount(charge);
  const fee = getChargeFee(charge);
  const isAtOnce = availableAt <= paidAt;
  postTransaction(context, {
    type: "charge",
    source: id,
    charge: id,
    currency,
    at: paidAt,
    availableAt,
    postings: [
      { account: "payers", amount: -gross },
      { account: "fees", amount: fee },
      { account: isAtOnce ? "available" : "pending", amount: gross - fee },
    ],
    description: charge.description,
  });
  if (!isAtOnce) context.schedule(availableAt, "settle_funds", CHARGE_KIND, id);
}

/** What of a payment is pending becomes available: less than its net when some of it was given back meanwhile. */
export function settleFunds(context: SimulationContext, id: string): void {
  const charge = context.get<Charge>(CHARGE_KIND, id);
  const availableAt = charge === undefined ? undefined : getChargeAvailableAt(charge);
  if (charge === undefined || availableAt === undefined) return;
  const amount = getPending(context, charge);
  postTransaction(context, {
    type: "settlement",
    source: id,
    charge: id,
    currency: charge.currency,
    at: availableAt,
    availableAt,
    postings: [
      { account: "pending", amount: -amount },
      { account: "available", amount },
    ],
  });
}

/** Money goes back to the payer, from where the payment's money is. The provider keeps its fee. */
export function postRefund(context: SimulationContext, charge: Charge, refund: ChargeRefund): void {
  const { id, amount, createdAt } = refund;
  post(context, charge, "refund", id, createdAt, [
    [accountOf(context, charge), -amount],
    ["payers", amount],
  ]);
}

/** The payer's bank takes the money back until somebody has decided, and the provider its fee for that. */
export function postDispute(context: SimulationContext, charge: Charge, dispute: ChargeDispute): void {
  const { id, amount, fee = 0, openedAt } = dispute;
  const account = accountOf(context, charge);
  post(context, charge, "dispute", id, openedAt, [
    [account, -amount],
    ["disputes", amount],
  ]);
  if (fee > 0)
    post(context, charge, "dispute_fee", id, openedAt, [
      [account, -fee],
      ["fees", fee],
    ]);
}

/** The merchant was right and gets the money back; the fee stays. What was lost goes to the payer. */
export function postDisputeEnd(context: SimulationContext, charge: Charge, dispute: ChargeDispute): void {
  const { id, amount, closedAt, outcome } = dispute;
  if (closedAt === undefined || outcome === undefined) return;
  const to: LedgerAccount = outcome === "won" ? accountOf(context, charge) : "payers";
  post(context, charge, `dispute_${outcome}`, id, closedAt, [
    ["disputes", -amount],
    [to, amount],
  ]);
}

/** What of a payment is not available yet, in minor units. */
function getPending(context: SimulationContext, { id }: Charge): number {
  return listTransactions(context)
    .filter(({ charge }) => charge === id)
    .reduce((sum, transaction) => sum + getChange(transaction, "pending"), 0);
}

/** Where the money of a payment is. */
function accountOf(context: SimulationContext, charge: Charge): LedgerAccount {
  const availableAt = getChargeAvailableAt(charge);
  return availableAt !== undefined && availableAt > context.now ? "pending" : "available";
}

function post(
  context: SimulationContext,
  { id, currency }: Charge,
  type: "refund" | "dispute" | "dispute_fee" | "dispute_lost" | "dispute_won",
  source: string,
  at: number,
  moves: readonly (readonly [LedgerAccount, number])[],
): void {
  const postings = moves.map(([account, amount]) => ({ account, amount }));
  postTransaction(context, { type, source, charge: id, currency, at, availableAt: at, postings });
}
