import type { PlanId } from "@codespar/contract";

/** Triggers of an organisation by its plan: each event is matched with all of them. */
export const triggerLimits: Readonly<Record<PlanId, number>> = {
  hobby: 10,
  starter: 50,
  growth: 200,
  enterprise: 1000,
};
