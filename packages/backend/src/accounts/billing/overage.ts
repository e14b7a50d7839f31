import { type PlanId, plans } from "@codespar/contract";

export interface Overage {
  calls: number;
  amountCents: number;
}

/**
 * Calls beyond the plan's quota and their price: each call its thousandth part of the price of a thousand, the sum
 * rounded half up to the cent. Undefined where the plan has no overage, or there is none.
 */
export function computeOverage(plan: PlanId, used: number): Overage | undefined {
  const { tool_calls: quota, overage_cents_per_1000: price } = plans[plan];
  if (quota === null || price === null || used <= quota) return undefined;
  const calls = used - quota;
  return { calls, amountCents: Math.floor((calls * price + 500) / 1000) };
}
