export const planIds = ["hobby", "starter", "growth", "enterprise"] as const;

export type PlanId = (typeof planIds)[number];

/** What a plan costs and allows. Null means unlimited for keys and members, "by contract" for all else. */
export interface Plan {
  id: PlanId;
  name: string;
  /** US cents a month. */
  price_cents: number | null;
  /** Tool calls a calendar month, UTC. */
  tool_calls: number | null;
  requests_per_minute: number | null;
  api_keys: number | null;
  members: number | null;
  /** US cents for each 1,000 calls beyond the quota; null when overage cannot be switched on. */
  overage_cents_per_1000: number | null;
}

/** The plans, cheapest first. Sessions, servers and meta-tools are the same on all. */
export const plans: Readonly<Record<PlanId, Plan>> = {
  hobby: {
    id: "hobby",
    name: "Hobby",
    price_cents: 0,
    tool_calls: 20_000,
    requests_per_minute: 60,
    api_keys: 2,
    members: 1,
    overage_cents_per_1000: null,
  },
  starter: {
    id: "starter",
    name: "Starter",
    price_cents: 2900,
    tool_calls: 200_000,
    requests_per_minute: 300,
    api_keys: 10,
    members: 5,
    overage_cents_per_1000: null,
  },
  growth: {
    id: "growth",
    name: "Growth",
    price_cents: 49_900,
    tool_calls: 2_000_000,
    requests_per_minute: 1000,
    api_keys: null,
    members: null,
    overage_cents_per_1000: 20,
  },
  enterprise: {
    id: "enterprise",
    name: "Enterprise",
    price_cents: null,
    tool_calls: null,
    requests_per_minute: null,
    api_keys: null,
    members: null,
    overage_cents_per_1000: null,
  },
};

/** Share of the quota from which responses carry `X-CodeSpar-Quota-Warning`. */
export const quotaWarningShare = 0.9;

/** Where a person upgrades; the `upgrade_url` of quota and plan errors. */
export const upgradeUrl = "https://codespar.dev/dashboard/billing";

/** Whether going from one plan to another gives more, so that it happens at once rather than at the period's end. */
export function isUpgrade(from: PlanId, to: PlanId): boolean {
  return planIds.indexOf(to) > planIds.indexOf(from);
}
