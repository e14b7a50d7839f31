import { type Plan, plans, quotaWarningShare } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { periodOf } from "../../platform/dates.ts";
import type { Organisation } from "../../store/store.ts";

/** The organisation's plan. */
export function planOf(organisation: Organisation): Plan {
  return plans[organisation.plan];
}

/** Calls that the plan allows in a month; null when there is no limit, as with overage. */
export function quotaOf(organisation: Organisation): number | null {
  return organisation.overageEnabled ? null : planOf(organisation).tool_calls;
}

/** The header that every authenticated answer carries from 90 % of the quota on. */
export async function quotaWarning(
  { store, clock }: BackendContext,
  organisation: Organisation,
): Promise<Record<string, string>> {
  const quota = planOf(organisation).tool_calls;
  if (quota === null) return {};
  const used = await store.readUsed(organisation.id, periodOf(clock.now()));
  if (used < quota * quotaWarningShare) return {};
  const count = (value: number) => value.toLocaleString("en-US");
  return {
    "x-codespar-quota-warning": `You have used ${count(used)} of ${count(quota)} tool calls this period.`,
  };
}
