import { plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { SubscriptionRecord } from "../../store/record.ts";

/** Gives the organisation the plan of its subscription, and takes overage away where that plan has none. */
export async function followPlan(
  { store }: BackendContext,
  { organisation, plan }: SubscriptionRecord,
): Promise<void> {
  const hasOverage = plans[plan].overage_cents_per_1000 !== null;
  await store.updateOrganisation(organisation, { plan, ...(hasOverage ? {} : { overageEnabled: false }) });
}
