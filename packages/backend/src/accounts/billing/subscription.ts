import type { BackendContext } from "../../context.ts";
import { toPeriod } from "../../platform/time.ts";
import type { PayingCustomer } from "../../ports/payment-gateway.ts";
import type { SubscriptionRecord } from "../../store/record.ts";
import type { Organisation } from "../../store/store.ts";
import { scheduleClose } from "./billing-jobs.ts";

const name = "subscription";

/** The organisation's subscription; one that has none yet gets one for the plan that it has. */
export async function readSubscription(
  context: BackendContext,
  organisation: Organisation,
): Promise<SubscriptionRecord> {
  const found = await context.store.readRecordByName("subscription", organisation.id, name);
  return found ?? startSubscription(context, organisation, undefined);
}

/** Begins a subscription and schedules the closing of its months. */
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
    period: toPeriod(clock.now()),
    upgradedBy: null,
    customerId: customer?.customerId ?? null,
    paymentMethod: customer?.paymentMethod ?? null,
    status: "active",
    pendingPlan: null,
    pendingPlanAt: null,
  };
  await scheduleClose(context, organisation, record.period);
  if (await store.insertRecord("subscription", record)) return record;
  const other = await store.readRecordByName("subscription", organisation, name);
  if (other === undefined) throw new Error(`Organisation ${organisation} has no subscription and gets none.`);
  return other;
}
