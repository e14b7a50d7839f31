import { type Plan, plans } from "@codespar/contract";
import type { Organisation } from "../../store/store.ts";

/** The organisation's plan. */
export function getPlan(organisation: Organisation): Plan {
  return plans[organisation.plan];
}

/** Calls that the plan allows in a month; null when there is no limit, as with overage. */
export function getQuota(organisation: Organisation): number | null {
  return organisation.overageEnabled ? null : getPlan(organisation).tool_calls;
}
