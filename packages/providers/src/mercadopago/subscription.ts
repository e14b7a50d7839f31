import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { APPLICATION, COLLECTOR, localTime } from "./account.ts";
import { invalid, readCurrency } from "./payment.ts";

const SUBSCRIPTION = "preapproval";
const DAY = 86_400_000;

/** Waits for its payer, or is authorised at once by a card. That it charges is not simulated. */
export function createSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const reason = textAt(args, "reason");
  if (reason === undefined) return invalid("reason");
  const recurring = valueAt(args, "auto_recurring");
  const currency = recurring === undefined ? undefined : readCurrency(args, "auto_recurring.currency_id");
  if (currency === undefined) return invalid("auto_recurring");
  const id = randomHex(context.random, 32);
  const isAuthorized = textAt(args, "card_token_id") !== undefined || textAt(args, "status") === "authorized";
  const now = localTime(context.now, currency);
  const next =
    context.now +
    (textAt(recurring, "frequency_type") === "days" ? (numberAt(recurring, "frequency") ?? 1) : 30) * DAY;
  return keep(context, {
    application_id: APPLICATION,
    auto_recurring: recurring ?? {},
    back_url: textAt(args, "back_url") ?? null,
    collector_id: COLLECTOR,
    date_created: now,
    external_reference: textAt(args, "external_reference") ?? null,
    first_invoice_offset: null,
    id,
    // the page on which a payer agrees is not simulated
    init_point: null,
    last_modified: now,
    next_payment_date: localTime(next, currency),
    payer_email: textAt(args, "payer_email") ?? "",
    payer_id: 1_234_567_890,
    payment_method_id: isAuthorized ? "master" : null,
    reason,
    status: isAuthorized ? "authorized" : "pending",
    summarized: {
      charged_amount: null,
      charged_quantity: null,
      last_charged_amount: null,
      last_charged_date: null,
      pending_charge_amount: null,
      pending_charge_quantity: null,
      quotas: null,
      semaphore: null,
    },
  });
}

export function getSubscription(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  return (
    context.get<JsonObject>(SUBSCRIPTION, id) ??
    new Refusal("not_found", `The preapproval with id ${id} does not exist`, "not_found")
  );
}

export function cancelSubscription(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const found = getSubscription(args, context);
  if (found instanceof Refusal) return found;
  if (found.status === "cancelled")
    return new Refusal("invalid_request", "You can not modify a cancelled preapproval.", "bad_request");
  return keep(context, {
    ...found,
    status: "cancelled",
    last_modified: localTime(context.now, readCurrency(found, "auto_recurring.currency_id") ?? "BRL"),
  });
}

export function searchSubscriptions(args: JsonObject, context: SimulationContext): JsonObject {
  const reference = textAt(args, "external_reference");
  const results = context
    .list<JsonObject>(SUBSCRIPTION)
    .filter((each) => reference === undefined || each.external_reference === reference)
    .toReversed();
  return { paging: { offset: 0, limit: 20, total: results.length }, results: results.slice(0, 20) };
}

function keep(context: SimulationContext, subscription: JsonObject): JsonObject {
  context.put(SUBSCRIPTION, textAt(subscription, "id") ?? "", subscription);
  return subscription;
}
