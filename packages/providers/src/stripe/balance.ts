import type { Json, JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import {
  getBalance,
  getChange,
  type LedgerTransaction,
  type LedgerType,
  listTransactions,
} from "../engines/payments/ledger.ts";
import { textAt } from "../json/read-arguments.ts";
import type { Refusal, SimulationContext } from "../simulation/provider-definition.ts";
import { getList, isCreatedIn, noSuch } from "./object-fields.ts";

/** Of the ledger's movements, those that Stripe shows as a transaction of the balance, by its words. */
const types: Readonly<Partial<Record<LedgerType, readonly [type: string, category: string]>>> = {
  charge: ["charge", "charge"],
  refund: ["refund", "refund"],
  dispute: ["adjustment", "dispute"],
  dispute_won: ["adjustment", "dispute_reversal"],
  transfer: ["payout", "payout"],
  transfer_reversal: ["payout_failure", "payout_reversal"],
};

/** What has arrived and what is on its way, by currency. */
export function describeBalance(context: SimulationContext): JsonObject {
  const currencies = [...new Set(listTransactions(context).map(({ currency }) => currency))];
  const of = (account: "available" | "pending") =>
    currencies.map((currency): Json => {
      const amount = getBalance(context, account, currency);
      return { amount, currency: currency.toLowerCase(), source_types: { card: amount } };
    });
  return { object: "balance", available: of("available"), livemode: false, pending: of("pending") };
}

/** The movements of the balance, newest first. */
export function listBalanceTransactions(args: JsonObject, context: SimulationContext): JsonObject {
  const [type, source, currency] = ["type", "source", "currency"].map((name) => textAt(args, name));
  const found = describeAll(context).filter(
    (each) =>
      (type === undefined || each.type === type) &&
      (source === undefined || each.source === source) &&
      (currency === undefined || each.currency === currency) &&
      isCreatedIn(args, each),
  );
  return getList(args, found, "/v1/balance_transactions");
}

export function readBalanceTransaction(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  return describeAll(context).find((each) => each.id === id) ?? noSuch("balance transaction", id);
}

/** The movements that belong to one charge, refund or dispute. */
export function describeMovements(
  context: SimulationContext,
  fits: (transaction: LedgerTransaction) => boolean,
): JsonObject[] {
  const all = listTransactions(context);
  return all
    .filter((each) => types[each.type] !== undefined && fits(each))
    .map((each) => describe(each, all, context));
}

function describeAll(context: SimulationContext): JsonObject[] {
  return describeMovements(context, () => true);
}

/** Its fee is part of a transaction here, where the ledger writes that of a dispute apart. */
function describe(
  transaction: LedgerTransaction,
  all: readonly LedgerTransaction[],
  context: SimulationContext,
): JsonObject {
  const { type, source, currency, at, availableAt, description } = transaction;
  const [name = type, category = type] = types[type] ?? [];
  const apart =
    type === "dispute" || type === "transfer"
      ? all.find((each) => each.type === `${type}_fee` && each.source === source)
      : undefined;
  const fee = getChange(transaction, "fees") + (apart === undefined ? 0 : getChange(apart, "fees"));
  const net =
    getChange(transaction, "available", "pending") +
    (apart === undefined ? 0 : getChange(apart, "available", "pending"));
  return {
    id: getTransactionId(transaction),
    object: "balance_transaction",
    amount: net + fee,
    available_on: unixSeconds(availableAt),
    balance_type: "payments",
    created: unixSeconds(at),
    currency: currency.toLowerCase(),
    description: description ?? null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: currency.toLowerCase(),
              description: type === "dispute" ? "Dispute fee" : "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net,
    reporting_category: category,
    source: type === "charge" ? source.replace(/^pi_/, "ch_") : source,
    status: availableAt > context.now ? "pending" : "available",
    type: name,
  };
}

/** A transaction's own id, which follows from what moved the money. */
export function getTransactionId({ type, source }: Pick<LedgerTransaction, "source" | "type">): string {
  const own = source.replace(/^(?:pi|re|dp|po|dispute|refund)_/, "");
  return type === "dispute_won" || type === "transfer_reversal" ? `txn_${own}r` : `txn_${own}`;
}
