import { plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, toPeriod } from "../../platform/time.ts";
import type { SubscriptionRecord } from "../../store/record.ts";
import type { Organisation } from "../../store/store.ts";
import { addInvoiceJob, scheduleClose } from "./billing-jobs.ts";
import { followPlan } from "./follow-plan.ts";
import { draftInvoice, subscriptionLines } from "./invoices.ts";
import { readSubscription } from "./subscription.ts";

/** How long an invoice stays a draft, so that calls which began before midnight have ended. */
const draftMs = 3_600_000;

/**
 * The subscription as it is now: months that have ended are closed first, by a tick or a payment. A change
 * that comes after midnight must never be seen by the closing of the month before it.
 */
export async function readCurrentSubscription(
  context: BackendContext,
  organisation: Organisation,
): Promise<SubscriptionRecord> {
  for (;;) {
    const subscription = await readSubscription(context, organisation);
    if (subscription.period >= toPeriod(context.clock.now())) return subscription;
    await closePeriod(context, subscription);
  }
}

/**
 * The month is over: a lower plan that was chosen begins, and the next month's invoice is drafted. Does nothing when the
 * subscription has changed since it was read.
 */
async function closePeriod(context: BackendContext, before: SubscriptionRecord): Promise<void> {
  const { organisation, period } = before;
  const { end } = boundsOfPeriod(period);
  const next = toPeriod(end);
  const isPending = before.pendingPlanAt !== null && before.pendingPlanAt <= end;
  const plan = isPending ? (before.pendingPlan ?? before.plan) : before.plan;
  const lines = subscriptionLines(plan, next);
  const mayHaveOverage = plans[before.plan].overage_cents_per_1000 !== null;
  // written before the month counts as closed, so that it is not lost when this stops half way; nobody can change the plan
  // in between, because closing the month comes first
  if (lines.length > 0 || mayHaveOverage) {
    const invoice = await draftInvoice(context, {
      organisation,
      name: `month ${next}`,
      period: next,
      customerId: before.customerId,
      lines,
      overagePlan: mayHaveOverage ? before.plan : null,
    });
    await addInvoiceJob(context, "finalise", invoice, end + draftMs);
  }
  await scheduleClose(context, organisation, next);
  const after: SubscriptionRecord = {
    ...before,
    period: next,
    ...(isPending ? { plan, pendingPlan: null, pendingPlanAt: null } : {}),
  };
  if (await context.store.replaceRecord("subscription", after)) await followPlan(context, after);
}
