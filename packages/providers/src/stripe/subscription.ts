import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { insertInvoice } from "./invoice.ts";
import {
  commonFields,
  findCustomerProblem,
  innerList,
  keep,
  missing,
  noSuch,
  nulls,
  textOrNull,
} from "./object-fields.ts";
import { periodEnd } from "./period-end.ts";

/** The period is on each item, as since 2025; the first invoice is made along with it. */
export function createSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const customer = textAt(args, "customer");
  if (customer === undefined) return missing("customer");
  const problem = findCustomerProblem(context, customer);
  if (problem !== undefined) return problem;
  const items = objectsAt(args, "items");
  if (items.length === 0) return missing("items");
  const id = `sub_${randomAlphanumerics(context.random, 24)}`;
  const start = unixSeconds(context.now);
  const trialDays = numberAt(args, "trial_period_days") ?? 0;
  const trialEnd = trialDays > 0 ? unixSeconds(periodEnd(context.now, "day", trialDays)) : null;
  const lines: JsonObject[] = [];
  for (const item of items) {
    const line = describeItem(item, { subscription: id, start, trialEnd }, context);
    if (line instanceof Refusal) return line;
    lines.push(line);
  }
  const currency = textAt(lines[0], "price.currency") ?? "usd";
  const collection = textAt(args, "collection_method") ?? "charge_automatically";
  const invoice = insertInvoice(context, {
    customer,
    currency,
    subscription: id,
    lines: lines.map((line) => invoiceLine(line, trialEnd !== null)),
    status: "paid",
    collection,
  });
  return keep(context, "subscription", {
    ...emptyFields(),
    id,
    object: "subscription",
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: trialEnd ?? start,
    billing_mode: { flexible: null, type: "classic" },
    billing_schedules: [],
    cancel_at_period_end: false,
    cancellation_details: nulls("comment", "feedback", "reason"),
    collection_method: collection,
    currency,
    customer,
    days_until_due: numberAt(args, "days_until_due") ?? null,
    default_payment_method: textOrNull(args, "default_payment_method"),
    default_tax_rates: [],
    description: textOrNull(args, "description"),
    discounts: [],
    invoice_settings: { account_tax_ids: null, issuer: { type: "self" } },
    items: innerList(lines, `/v1/subscription_items?subscription=${id}`),
    latest_invoice: textAt(invoice, "id") ?? null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "off",
    },
    start_date: start,
    status: trialEnd === null ? "active" : "trialing",
    trial_end: trialEnd,
    trial_settings: { end_behavior: { missing_payment_method: "create_invoice" } },
    trial_start: trialEnd === null ? null : start,
    ...commonFields(args, context),
  });
}

export function cancelSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const subscription = context.get<JsonObject>("subscription", id);
  if (subscription === undefined || subscription.status === "canceled") return noSuch("subscription", id);
  const now = unixSeconds(context.now);
  return keep(context, "subscription", {
    ...subscription,
    status: "canceled",
    canceled_at: now,
    cancellation_details: { ...nulls("comment", "feedback"), reason: "cancellation_requested" },
    ended_at: now,
  });
}

function emptyFields(): JsonObject {
  return nulls(
    "application",
    "application_fee_percent",
    "billing_cycle_anchor_config",
    "billing_thresholds",
    "cancel_at",
    "canceled_at",
    "customer_account",
    "default_source",
    "ended_at",
    "managed_payments",
    "next_pending_invoice_item_invoice",
    "on_behalf_of",
    "pause_collection",
    "pending_invoice_item_interval",
    "pending_setup_intent",
    "pending_update",
    "schedule",
    "test_clock",
    "transfer_data",
  );
}

/** A trial's first invoice is of nothing. */
function invoiceLine(line: JsonObject, isTrial: boolean) {
  const quantity = numberAt(line, "quantity") ?? 1;
  const unit = numberAt(line, "price.unit_amount") ?? 0;
  return { amount: isTrial ? 0 : unit * quantity, quantity, price: valueAt(line, "price") ?? null };
}

function describeItem(
  item: JsonObject,
  { subscription, start, trialEnd }: { subscription: string; start: number; trialEnd: number | null },
  context: SimulationContext,
): JsonObject | Refusal {
  const priceId = textAt(item, "price") ?? "";
  const price = context.get<JsonObject>("price", priceId);
  if (price === undefined) return noSuch("price", priceId);
  const interval = textAt(price, "recurring.interval");
  if (interval === undefined) {
    const message =
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.";
    return new Refusal("invalid_request", message);
  }
  const end = periodEnd(context.now, interval, numberAt(price, "recurring.interval_count"));
  return {
    ...nulls("billing_thresholds", "current_trial"),
    id: `si_${randomAlphanumerics(context.random, 14)}`,
    object: "subscription_item",
    created: start,
    current_period_end: trialEnd ?? unixSeconds(end),
    current_period_start: start,
    discounts: [],
    metadata: {},
    plan: describePlan(price, interval),
    price,
    quantity: numberAt(item, "quantity") ?? 1,
    subscription,
    tax_rates: [],
  };
}

/** The older name of a recurring price, which items carry beside it. */
function describePlan(price: JsonObject, interval: string): JsonObject {
  return {
    ...nulls("meter", "nickname", "tiers_mode", "transform_usage", "trial_period_days"),
    id: price.id ?? null,
    object: "plan",
    active: true,
    amount: price.unit_amount ?? null,
    amount_decimal: price.unit_amount_decimal ?? null,
    billing_scheme: "per_unit",
    created: price.created ?? null,
    currency: price.currency ?? null,
    interval,
    interval_count: numberAt(price, "recurring.interval_count") ?? 1,
    livemode: false,
    metadata: {},
    product: price.product ?? null,
    usage_type: "licensed",
  };
}
