import type { BackendContext } from "../../context.ts";
import type { SubscriptionRecord } from "../../store/record.ts";
import type { Organisation } from "../../store/store.ts";
import { readCurrentSubscription } from "./close-period.ts";
import { followPlan } from "./follow-plan.ts";

/**
 * Changes a subscription, and the organisation's plan with it. `change` gets the record as it is, with ended months closed,
 * and returns the new one, or undefined to leave it; it runs again on a version conflict.
 */
export async function changeSubscription(
  context: BackendContext,
  organisation: Organisation,
  change: (subscription: SubscriptionRecord) => SubscriptionRecord | undefined,
): Promise<SubscriptionRecord | undefined> {
  for (;;) {
    const before = await readCurrentSubscription(context, organisation);
    const after = change(before);
    if (after === undefined) return undefined;
    if (!(await context.store.replaceRecord("subscription", after))) continue;
    await followPlan(context, after);
    return { ...after, version: after.version + 1 };
  }
}
