import { currencies, type JsonObject } from "@codespar/contract";
import {
  addBankDays,
  calendarDateAt,
  randomAlphanumerics,
  SAO_PAULO,
  startOfDate,
  unixSeconds,
} from "@codespar/formats";
import { transferFunds } from "../engines/payments/transfer-funds.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { getTransactionId } from "./balance.ts";
import { getList, getStored, isCreatedIn, keep, nulls, readMetadata } from "./object-fields.ts";

export const PAYOUT = "payout";
/** Bank days until a payout has arrived; unverified: it depends on the bank. */
const ARRIVAL_DAYS = 1;

/** Sends what is available to the merchant's bank. */
export function createPayout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const amount = numberAt(args, "amount") ?? 0;
  const currency = currencies.find((code) => code.toLowerCase() === textAt(args, "currency")?.toLowerCase());
  if (currency === undefined || amount <= 0)
    return new Refusal("invalid_request", "Invalid amount or currency.", "parameter_invalid_integer");
  const id = `po_${randomAlphanumerics(context.random, 24)}`;
  const sent = transferFunds(context, { id, amount, currency, description: "STRIPE PAYOUT" });
  if (sent instanceof Refusal)
    return new Refusal(
      "insufficient_funds",
      "You have insufficient funds in your Stripe account for this transfer.",
      "balance_insufficient",
    );
  const arrival = startOfDate(
    addBankDays(calendarDateAt(context.now, SAO_PAULO), ARRIVAL_DAYS, "BR"),
    SAO_PAULO,
  );
  context.schedule(arrival, "settle_payout", PAYOUT, id);
  return keep(context, PAYOUT, {
    ...nulls(
      "application_fee",
      "application_fee_amount",
      "failure_balance_transaction",
      "failure_code",
      "failure_message",
      "original_payout",
      "payout_method",
      "reversed_by",
      "statement_descriptor",
      "trace_id",
    ),
    id,
    object: "payout",
    amount,
    arrival_date: unixSeconds(arrival),
    automatic: false,
    balance_transaction: getTransactionId({ type: "transfer", source: id }),
    created: unixSeconds(context.now),
    currency: currency.toLowerCase(),
    description: textAt(args, "description") ?? null,
    destination: "ba_codespar_sandbox",
    livemode: false,
    metadata: readMetadata(args),
    method: textAt(args, "method") ?? "standard",
    reconciliation_status: "not_applicable",
    source_type: "card",
    status: "pending",
    type: "bank_account",
  });
}

export function listPayouts(args: JsonObject, context: SimulationContext): JsonObject {
  const status = textAt(args, "status");
  const found = context
    .list<JsonObject>(PAYOUT)
    .filter((each) => (status === undefined || each.status === status) && isCreatedIn(args, each));
  return getList(args, found, "/v1/payouts");
}

export function readPayout(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  return getStored(context, PAYOUT, textAt(args, "id") ?? "");
}

export const payoutDue = {
  /** The merchant's bank has it. */
  settle_payout(_kind: string, id: string, context: SimulationContext): void {
    const payout = context.get<JsonObject>(PAYOUT, id);
    if (payout?.status === "pending") context.put(PAYOUT, id, { ...payout, status: "paid" });
  },
};
