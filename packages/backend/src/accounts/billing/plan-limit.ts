import { upgradeUrl } from "@codespar/contract";
import { type ApiError, apiError } from "../../platform/api-error.ts";
import type { Organisation } from "../../store/store.ts";

/** 403: the organisation's plan does not allow it. */
export function planLimit({ plan }: Organisation, limit: number, message: string): ApiError {
  return apiError("plan_limit", message, { limit, plan, upgrade_url: upgradeUrl });
}
