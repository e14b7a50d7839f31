import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { periodEnd } from "./period-end.ts";

/** A period lasts three years at the most. */
const mostIntervals = new Map([
  ["day", 1095],
  ["week", 156],
  ["month", 36],
  ["year", 3],
]);

export function createCustomer(args: JsonObject, context: CallContext): JsonObject {
  const id = `cus_${randomAlphanumerics(context.random, 14)}`;
  return keep(context, "customer", {
    id,
    object: "customer",
    name: textAt(args, "name") ?? null,
    email: textAt(args, "email") ?? null,
    phone: textAt(args, "phone") ?? null,
    ...common(args, context),
  });
}

export function createProduct(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const name = textAt(args, "name");
  if (name === undefined) return missing("name");
  const id = `prod_${randomAlphanumerics(context.random, 14)}`;
  return keep(context, "product", { id, object: "product", name, active: true, ...common(args, context) });
}

export function createPrice(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const currency = textAt(args, "currency");
  if (currency === undefined) return missing("currency");
  const recurring = valueAt(args, "recurring") ?? null;
  const count = numberAt(recurring, "interval_count") ?? 1;
  if (count < 1 || count > (mostIntervals.get(textAt(recurring, "interval") ?? "month") ?? 36)) {
    const message = "recurring.interval_count must be at least 1, and the period at most three years.";
    return new Refusal("invalid_request", message, "parameter_invalid_integer");
  }
  return keep(context, "price", {
    id: `price_${randomAlphanumerics(context.random, 24)}`,
    object: "price",
    active: true,
    currency: currency.toLowerCase(),
    unit_amount: numberAt(args, "unit_amount") ?? null,
    product: textAt(args, "product") ?? null,
    recurring,
    type: recurring === null ? "one_time" : "recurring",
    ...common(args, context),
  });
}

/** A price that was not made here is taken at its word, as a month's. */
export function createSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const customer = textAt(args, "customer");
  if (customer === undefined) return missing("customer");
  const items = objectsAt(args, "items");
  if (items.length === 0) return missing("items");
  const id = `sub_${randomAlphanumerics(context.random, 24)}`;
  const start = unixSeconds(context.now);
  const trialDays = numberAt(args, "trial_period_days") ?? 0;
  const lines = items.map((item) => describeItem(item, context));
  const interval = textAt(lines[0], "price.recurring.interval") ?? "month";
  const count = numberAt(lines[0], "price.recurring.interval_count");
  const end =
    trialDays > 0 ? periodEnd(context.now, "day", trialDays) : periodEnd(context.now, interval, count);
  return keep(context, "subscription", {
    id,
    object: "subscription",
    status: trialDays > 0 ? "trialing" : "active",
    customer,
    collection_method: textAt(args, "collection_method") ?? "charge_automatically",
    cancel_at_period_end: false,
    canceled_at: null,
    start_date: start,
    current_period_start: start,
    current_period_end: unixSeconds(end),
    items: { object: "list", has_more: false, data: lines },
    latest_invoice: `in_${randomAlphanumerics(context.random, 24)}`,
    ...common(args, context),
  });
}

export function cancelSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const subscription = context.get<JsonObject>("subscription", id);
  if (subscription === undefined || subscription.status === "canceled") {
    return new Refusal("not_found", `No such subscription: ${id}.`, "resource_missing");
  }
  const now = unixSeconds(context.now);
  return keep(context, "subscription", {
    ...subscription,
    status: "canceled",
    canceled_at: now,
    ended_at: now,
  });
}

/** Stripe's envelope: newest first. */
export function listOf(args: JsonObject, documents: readonly JsonObject[], url: string): JsonObject {
  const limit = Math.min(numberAt(args, "limit") ?? 10, 100);
  const newest = documents.toReversed();
  return { object: "list", url, has_more: newest.length > limit, data: newest.slice(0, limit) };
}

function describeItem(item: JsonObject, context: SimulationContext): JsonObject {
  const priceId = textAt(item, "price") ?? "";
  const unknown: JsonObject = {
    id: priceId,
    object: "price",
    recurring: { interval: "month", interval_count: 1 },
  };
  return {
    id: `si_${randomAlphanumerics(context.random, 14)}`,
    object: "subscription_item",
    quantity: numberAt(item, "quantity") ?? 1,
    price: context.get<JsonObject>("price", priceId) ?? unknown,
  };
}

function common(args: JsonObject, context: SimulationContext): JsonObject {
  return { created: unixSeconds(context.now), livemode: false, metadata: valueAt(args, "metadata") ?? {} };
}

function keep(context: SimulationContext, kind: string, document: JsonObject): JsonObject {
  context.put(kind, textAt(document, "id") ?? "", document);
  return document;
}

function missing(field: string): Refusal {
  return new Refusal("invalid_request", `Missing required param: ${field}.`, "parameter_missing");
}
