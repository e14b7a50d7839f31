import { plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, periodOf } from "../../platform/dates.ts";
import type { PayingCustomer } from "../../ports/payment-gateway.ts";
import type { SubscriptionRecord } from "../../store/record.ts";
import type { Organisation } from "../../store/store.ts";

const name = "subscription";

/** The organisation's subscription; one that has none yet gets one for the plan that it has. */
export async function readSubscription(
  context: BackendContext,
  organisation: Organisation,
): Promise<SubscriptionRecord> {
  const found = await context.store.readRecordByName("subscription", organisation.id, name);
  return found ?? startSubscription(context, organisation, undefined);
}

/** Begins a subscription, and has its months closed from this one on. */
export async function startSubscription(
  context: BackendContext,
  { id: organisation, plan }: Pick<Organisation, "id" | "plan">,
  customer: PayingCustomer | undefined,
): Promise<SubscriptionRecord> {
  const { store, ids, clock } = context;
  const record: SubscriptionRecord = {
    id: ids.next("sub"),
    organisation,
    name,
    group: null,
    version: 1,
    plan,
    upgradedBy: null,
    customerId: customer?.customerId ?? null,
    paymentMethod: customer?.paymentMethod ?? null,
    status: "active",
    pendingPlan: null,
    pendingPlanAt: null,
  };
  await scheduleClose(context, organisation, periodOf(clock.now()));
  if (await store.insertRecord("subscription", record)) return record;
  const other = await store.readRecordByName("subscription", organisation, name);
  if (other === undefined) throw new Error(`Organisation ${organisation} has no subscription and gets none.`);
  return other;
}

/**
 * Changes a subscription, and the organisation's plan with it. `change` sees the record as it is and answers the new
 * one, or undefined to leave it; it runs again when somebody else was faster.
 */
export async function changeSubscription(
  context: BackendContext,
  organisation: Organisation,
  change: (subscription: SubscriptionRecord) => SubscriptionRecord | undefined,
): Promise<SubscriptionRecord | undefined> {
  for (;;) {
    const before = await readSubscription(context, organisation);
    const after = change(before);
    if (after === undefined) return undefined;
    if (!(await context.store.replaceRecord("subscription", after))) continue;
    await followPlan(context, after);
    return { ...after, version: after.version + 1 };
  }
}

/** Gives the organisation the plan of its subscription, and takes overage away where that plan has none. */
export async function followPlan(
  { store }: BackendContext,
  { organisation, plan }: SubscriptionRecord,
): Promise<void> {
  const hasOverage = plans[plan].overage_cents_per_1000 !== null;
  await store.updateOrganisation(organisation, { plan, ...(hasOverage ? {} : { overageEnabled: false }) });
}

/** What a billing job says. */
export type BillingJob =
  | { type: "close"; organisation: string; period: string }
  | { type: "finalise"; organisation: string; invoiceId: string }
  | { type: "charge"; organisation: string; invoiceId: string };

export const billingJobKind = "billing";

/** Has the month closed when it ends. */
export async function scheduleClose(
  { store }: BackendContext,
  organisation: string,
  period: string,
): Promise<void> {
  const job: BillingJob = { type: "close", organisation, period };
  await store.addJob({
    id: `${billingJobKind} close ${organisation} ${period}`,
    kind: billingJobKind,
    dueAt: boundsOfPeriod(period).end,
    attempts: 0,
    payload: JSON.stringify(job),
  });
}
