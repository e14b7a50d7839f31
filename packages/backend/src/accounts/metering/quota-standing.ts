import { type Plan, plans, quotaWarningShare } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { toPeriod } from "../../platform/time.ts";
import type { Organisation } from "../../store/store.ts";

/** How far an organisation's quota is used, from the share on at which it is to be warned. */
export interface QuotaStanding {
  period: string;
  quota: number;
  used: number;
}

/** Undefined while there is nothing to warn of. Read once a request, after what the request may have used. */
export async function readQuotaStanding(
  { store, clock }: Pick<BackendContext, "clock" | "store">,
  organisation: Organisation,
): Promise<QuotaStanding | undefined> {
  const quota = getPlan(organisation).tool_calls;
  if (quota === null) return undefined;
  const period = toPeriod(clock.now());
  const used = await store.readUsed(organisation.id, period);
  return used < quota * quotaWarningShare ? undefined : { period, quota, used };
}

/** The header that every authenticated response carries from the warning share on. */
export function quotaHeaders(standing: QuotaStanding | undefined): Record<string, string> {
  if (standing === undefined) return {};
  const count = (value: number) => value.toLocaleString("en-US");
  return {
    "x-codespar-quota-warning": `You have used ${count(standing.used)} of ${count(standing.quota)} tool calls this period.`,
  };
}

/** The organisation's plan. */
export function getPlan(organisation: Organisation): Plan {
  return plans[organisation.plan];
}

/** Calls that the plan allows in a month; null when there is no limit, as with overage. */
export function getQuota(organisation: Organisation): number | null {
  return organisation.overageEnabled ? null : getPlan(organisation).tool_calls;
}
