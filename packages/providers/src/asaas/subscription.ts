import type { JsonObject } from "@codespar/contract";
import {
  addDays,
  calendarDateAt,
  isCalendarDate,
  randomLowerAlphanumerics,
  SAO_PAULO,
  startOfDate,
  toMajorUnits,
} from "@codespar/formats";
import { amountAt } from "../json/native-json.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

export const SUBSCRIPTION_KIND = "subscription";

const days: Readonly<Record<string, number>> = { WEEKLY: 7, BIWEEKLY: 14 };
const months: Readonly<Record<string, number>> = {
  MONTHLY: 1,
  BIMONTHLY: 2,
  QUARTERLY: 3,
  SEMIANNUALLY: 6,
  YEARLY: 12,
};

/** Makes one payment of a subscription from the arguments of `asaas_create_payment`. */
export type MakePayment = (args: JsonObject, context: CallContext) => JsonObject | Refusal;

/** Keeps a subscription and makes its first payment; each further one is made on the day that the one before is due. */
export function createSubscription(
  args: JsonObject,
  context: CallContext,
  makePayment: MakePayment,
): JsonObject | Refusal {
  const amount = amountAt(args, "value", "BRL");
  if (amount === undefined || amount <= 0) return invalid("value");
  const cycle = textAt(args, "cycle") ?? "";
  if (days[cycle] === undefined && months[cycle] === undefined) return invalid("cycle");
  const nextDueDate = textAt(args, "nextDueDate") ?? "";
  if (!isCalendarDate(nextDueDate)) return invalid("nextDueDate");
  const subscription: JsonObject = {
    object: "subscription",
    id: `sub_${randomLowerAlphanumerics(context.random, 16)}`,
    dateCreated: calendarDateAt(context.now, SAO_PAULO),
    customer: textAt(args, "customer") ?? null,
    value: toMajorUnits(amount, "BRL"),
    nextDueDate,
    cycle,
    description: textAt(args, "description") ?? null,
    billingType: textAt(args, "billingType") ?? null,
    deleted: false,
    status: "ACTIVE",
    externalReference: textAt(args, "externalReference") ?? null,
    endDate: textAt(args, "endDate") ?? null,
    maxPayments: numberAt(args, "maxPayments") ?? null,
  };
  const hidden = {
    firstDueDate: nextDueDate,
    operationId: context.operationId,
    made: 0,
    creditCardToken: valueAt(args, "creditCardToken") ?? null,
  };
  return charge({ ...subscription, hidden }, context, makePayment);
}

export function getSubscription(id: string, context: SimulationContext): JsonObject | Refusal {
  const subscription = context.get<JsonObject>(SUBSCRIPTION_KIND, id);
  return subscription === undefined ? noSuchSubscription() : shown(subscription);
}

/** Newest first, without those that were removed. */
export function listSubscriptions(context: SimulationContext): JsonObject[] {
  return context
    .list<JsonObject>(SUBSCRIPTION_KIND)
    .filter((subscription) => subscription.deleted !== true)
    .map(shown)
    .toReversed();
}

/** No further payment is made. */
export function cancelSubscription(id: string, context: SimulationContext): JsonObject | Refusal {
  const subscription = context.get<JsonObject>(SUBSCRIPTION_KIND, id);
  if (subscription === undefined || subscription.deleted === true) return noSuchSubscription();
  context.put(SUBSCRIPTION_KIND, id, { ...subscription, deleted: true, status: "INACTIVE" });
  return { deleted: true, id };
}

export function subscriptionDue(makePayment: MakePayment) {
  return {
    /** The next cycle's payment is made. */
    charge_subscription(_kind: string, id: string, context: SimulationContext): void {
      const subscription = context.get<JsonObject>(SUBSCRIPTION_KIND, id);
      if (subscription?.status !== "ACTIVE") return;
      const operationId = textAt(subscription, "hidden.operationId") ?? "";
      charge(subscription, { ...context, operationId, emit: () => {} }, makePayment);
    },
  };
}

function charge(
  subscription: JsonObject,
  context: CallContext,
  makePayment: MakePayment,
): JsonObject | Refusal {
  const id = textAt(subscription, "id") ?? "";
  const dueDate = textAt(subscription, "nextDueDate") ?? "";
  const { customer, value, billingType, description, externalReference } = subscription;
  const wanted = {
    customer,
    value,
    billingType,
    description,
    externalReference,
    dueDate,
    subscription: id,
    creditCardToken: valueAt(subscription, "hidden.creditCardToken"),
  };
  const args = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, each]) => (each == null ? [] : [[name, each]])),
  );
  const made = numberAt(subscription, "hidden.made") ?? 0;
  const payment = makePayment(args, context);
  if (payment instanceof Refusal && made === 0) return payment;
  const keptFor = (name: string) => valueAt(subscription, `hidden.${name}`) ?? null;
  const hidden = {
    firstDueDate: keptFor("firstDueDate"),
    operationId: keptFor("operationId"),
    creditCardToken: keptFor("creditCardToken"),
    made: made + 1,
  };
  const nextDueDate = readDueDate(subscription, made + 1);
  const most = numberAt(subscription, "maxPayments") ?? Number.POSITIVE_INFINITY;
  const isOver = made + 1 >= most || nextDueDate > (textAt(subscription, "endDate") ?? "9999");
  const kept: JsonObject = isOver
    ? { ...subscription, hidden, status: "EXPIRED" }
    : { ...subscription, hidden, nextDueDate };
  context.put(SUBSCRIPTION_KIND, id, kept);
  // when the real one makes a payment before its due date is unverified
  if (!isOver)
    context.schedule(startOfDate(dueDate, SAO_PAULO) + 1, "charge_subscription", SUBSCRIPTION_KIND, id);
  return shown(kept);
}

/** Counted from the first due date, so that the 31st stays the last day of each month. */
function readDueDate(subscription: JsonObject, payments: number): string {
  const first = textAt(subscription, "hidden.firstDueDate") ?? "";
  const cycle = textAt(subscription, "cycle") ?? "";
  const inDays = days[cycle];
  if (inDays !== undefined) return addDays(first, inDays * payments);
  const [year = 0, month = 1, day = 1] = first.split("-").map(Number);
  const later = month - 1 + (months[cycle] ?? 1) * payments;
  const lastDay = new Date(Date.UTC(year, later + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, later, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

function shown({ hidden: _, ...subscription }: JsonObject): JsonObject {
  return subscription;
}

function noSuchSubscription(): Refusal {
  return new Refusal("not_found", "There is no such subscription.", "not_found");
}

function invalid(field: string): Refusal {
  return new Refusal(
    "invalid_request",
    `O campo ${field} deve ser informado corretamente.`,
    `invalid_${field}`,
  );
}
